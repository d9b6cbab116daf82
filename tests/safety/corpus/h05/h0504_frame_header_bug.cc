// The frame is made for the payload, and the header comes in front of it.
// oracle: asan
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

struct Header {
  std::uint32_t magic;
  std::uint32_t length;
};

class Encoder {
 public:
  std::vector<std::uint8_t> frame(const std::uint8_t* payload, std::size_t length) const {
    std::vector<std::uint8_t> bytes(length);
    const Header header{0xfeedbeef, static_cast<std::uint32_t>(length)};
    std::memcpy(bytes.data(), &header, sizeof header);
    std::memcpy(bytes.data() + sizeof header, payload, length);  // expect: H0504
    return bytes;
  }
};

int main() {
  const std::uint8_t temperature[] = {20, 21, 21, 22, 23, 22, 21, 20, 19, 18};
  const Encoder encoder;
  const auto bytes = encoder.frame(temperature, sizeof temperature);
  std::printf("%zu\n", bytes.size());
}
