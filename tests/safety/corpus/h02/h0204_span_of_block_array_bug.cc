// The span goes on after the block whose array it covers.
// oracle: asan

#include <array>
#include <cstdio>
#include <span>

struct Packet {
  int id;
  bool compressed;
  std::array<unsigned char, 8> bytes;
};

unsigned checksum(std::span<const unsigned char> bytes) {
  unsigned sum = 1;
  for (unsigned char byte : bytes) sum = sum * 33 + byte;  // expect?: H0204
  return sum;
}

unsigned verify(const Packet& packet) {
  std::span<const unsigned char> body(packet.bytes);
  if (packet.compressed) {
    std::array<unsigned char, 16> expanded{};
    std::size_t used = 0;
    for (unsigned char byte : packet.bytes) {
      expanded[used++] = byte >> 4;
      expanded[used++] = byte & 15;
    }
    body = std::span(expanded).first(used);
  }
  if (body.empty()) return 0;
  return checksum(body);  // expect?: H0204
}

int main() {
  unsigned sum = 0;
  for (int id = 0; id < 3; ++id) {
    Packet packet{id, id == 2, {}};
    packet.bytes.fill(static_cast<unsigned char>(17 * id));
    sum ^= verify(packet);
  }
  std::printf("%u\n", sum);
}
