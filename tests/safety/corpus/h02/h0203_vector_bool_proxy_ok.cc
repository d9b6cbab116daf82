// bool keeps the bit.
// oracle: clean

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
  const bool accelerated = features.bits(64)[7];
  const bool headless = features.bits(64)[9];
  if (headless) return "none";
  return accelerated ? "vulkan" : "software";
}

int main() {
  Features features;
  features.enable(3);
  features.enable(7);
  std::printf("%s\n", renderer(features));
}
