// The check is for the whole header.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <optional>
#include <span>

struct Header {
  std::uint8_t kind;
  std::uint16_t port;
  std::uint16_t length;
};

static std::uint16_t read16(std::span<const std::uint8_t> bytes, std::size_t at) {
  return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

static std::optional<Header> parse(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 5) return std::nullopt;
  return Header{bytes[0], read16(bytes, 1), read16(bytes, 3)};
}

int main() {
  const std::uint8_t packet[] = {1, 0x1f, 0x90, 0};
  auto header = parse(packet);
  std::printf("%d\n", header ? header->port : -1);
  return 0;
}
