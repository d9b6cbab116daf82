// The packet is resized before the span is made.
// oracle: clean

#include <cstdint>
#include <iostream>
#include <span>
#include <vector>

class Packet {
 public:
  explicit Packet(std::uint8_t type) : bytes_(4) { bytes_[0] = type; }

  std::span<std::uint8_t> header() { return std::span(bytes_).first(4); }

  void append(std::span<const std::uint8_t> body) {
    const auto at = bytes_.size();
    bytes_.resize(at + body.size());
    for (std::size_t i = 0; i < body.size(); ++i) bytes_[at + i] = body[i];
  }

  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<std::uint8_t> bytes_;
};

Packet make_data_packet(std::span<const std::uint8_t> body) {
  Packet packet(3);
  packet.append(body);
  const auto header = packet.header();
  header[1] = static_cast<std::uint8_t>(packet.size() >> 8);
  header[2] = static_cast<std::uint8_t>(packet.size());
  return packet;
}

int main() {
  const std::vector<std::uint8_t> body(300, 0xaa);
  std::cout << make_data_packet(body).size() << " bytes\n";
}
