// The header's length is taken for that of the whole packet.
// oracle: debug
#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

constexpr std::size_t header_size = 4;

std::uint32_t checksum(std::span<const std::uint8_t> packet) {
  const std::span<const std::uint8_t> payload = packet.subspan(header_size);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < packet.size(); ++i) {
    sum = sum * 31 + payload[i];  // expect: H0502
  }
  return sum;
}

class Receiver {
 public:
  void take(const std::vector<std::uint8_t>& packet) {
    if (packet.size() < header_size) return;
    last_ = checksum(packet);
    ++packets_;
  }
  std::uint32_t last() const { return last_; }
  int packets() const { return packets_; }

 private:
  std::uint32_t last_ = 0;
  int packets_ = 0;
};

int main() {
  Receiver receiver;
  receiver.take({1, 0, 0, 6, 'h', 'e', 'l', 'l', 'o', '\n'});
  std::printf("%d %u\n", receiver.packets(), static_cast<unsigned>(receiver.last()));
}
