// auto keeps the proxy of a bit in a vector<bool> that was a temporary.
// oracle: asan

#include <cstdio>
#include <vector>

class Features {
 public:
  void enable(int feature) { enabled_.push_back(feature); }

  std::vector<bool> bits(int count) const {
    std::vector<bool> result(count);
    for (int feature : enabled_) {
      if (feature < count) result[feature] = true;
    }
    return result;
  }

 private:
  std::vector<int> enabled_;
};

const char* renderer(const Features& features) {
  const auto accelerated = features.bits(64)[7];  // expect?: H0203
  const auto headless = features.bits(64)[9];     // expect?: H0203
  if (headless) return "none";                    // expect?: H0203
  return accelerated ? "vulkan" : "software";     // expect?: H0203
}

int main() {
  Features features;
  features.enable(3);
  features.enable(7);
  std::printf("%s\n", renderer(features));
}
