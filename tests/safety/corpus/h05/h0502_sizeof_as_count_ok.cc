// The bound is the number of elements.
// oracle: clean

#include <cstdint>
#include <cstdio>
#include <iterator>

class Crc {
 public:
  Crc() {
    for (std::uint32_t i = 0; i < std::size(table_); ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 4; ++bit) value = (value & 1) != 0 ? value >> 1 ^ polynomial : value >> 1;
      table_[i] = value;
    }
  }

  std::uint32_t of(const char* text) const {
    std::uint32_t crc = start_;
    for (; *text != '\0'; ++text) {
      const auto byte = static_cast<unsigned char>(*text);
      crc = table_[(crc ^ byte) & 15] ^ crc >> 4;
      crc = table_[(crc ^ byte >> 4) & 15] ^ crc >> 4;
    }
    return ~crc;
  }

 private:
  static constexpr std::uint32_t polynomial = 0xedb88320u;
  std::uint32_t table_[16] = {};
  std::uint32_t start_ = ~0u;
};

int main() {
  static Crc crc;
  std::printf("%08x\n", static_cast<unsigned>(crc.of("123456789")));
}
