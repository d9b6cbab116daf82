// Only a wide header sets the offset of its table, and every header's is compared with the size.
// oracle: msan

#include <cstddef>
#include <cstdio>

class Header {
 public:
  explicit Header(const unsigned char* bytes) : kind_(bytes[0]) {
    if (kind_ == kWide) {
      read_wide(bytes);
    } else {
      read_narrow(bytes);
    }
  }

  bool fits(std::size_t size) const {
    return table_ + entries_ * 4 <= size;  // expect: H0406
  }

 private:
  static constexpr unsigned char kWide = 2;

  void read_wide(const unsigned char* bytes) {
    table_ = static_cast<std::size_t>(bytes[1]) << 8 | bytes[2];
    entries_ = bytes[3];
  }

  void read_narrow(const unsigned char* bytes) { entries_ = bytes[1]; }

  unsigned char kind_;
  std::size_t table_;
  std::size_t entries_;
};

int main() {
  const unsigned char wide[4] = {2, 0, 16, 4};
  const unsigned char narrow[2] = {1, 3};
  int fitting = Header(wide).fits(32);
  fitting += Header(narrow).fits(64);
  std::printf("%d headers fit\n", fitting);
}
