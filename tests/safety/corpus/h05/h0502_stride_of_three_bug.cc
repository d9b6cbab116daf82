// The loop takes three components at a time, and the last group is not complete.
// oracle: debug

#include <cstdint>
#include <cstdio>
#include <vector>

class Bitmap {
 public:
  explicit Bitmap(std::vector<std::uint8_t> components) : components_(std::move(components)) {}

  int grey_pixels() const {
    int count = 0;
    for (std::size_t i = 0; i < components_.size(); i += 3) {
      const int red = components_[i];
      const int green = components_[i + 1];  // expect?: H0502
      const int blue = components_[i + 2];   // expect?: H0502
      if (red == green && green == blue) ++count;
    }
    return count;
  }

 private:
  std::vector<std::uint8_t> components_;
};

std::vector<std::uint8_t> decode(const char* text) {
  std::vector<std::uint8_t> result;
  for (; *text != '\0'; ++text) result.push_back(static_cast<std::uint8_t>((*text - '0') * 28));
  return result;
}

int main() {
  const Bitmap complete(decode("111234777"));
  const Bitmap truncated(decode("55512"));
  std::printf("%d %d\n", complete.grey_pixels(), truncated.grey_pixels());
}
