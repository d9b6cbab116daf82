// Records that are too short are skipped.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

constexpr std::size_t kHeaderSize = 8;

static unsigned checksum(std::span<const std::uint8_t> bytes) {
  unsigned sum = 0;
  for (std::uint8_t byte : bytes) sum = sum * 31 + byte;
  return sum;
}

static unsigned body_checksum(std::span<const std::uint8_t> record) {
  if (record.size() < kHeaderSize) return 0;
  return checksum(record.subspan(kHeaderSize));
}

int main() {
  std::vector<std::uint8_t> full(12, 3);
  std::vector<std::uint8_t> cut(5, 3);
  std::printf("%u %u\n", body_checksum(full), body_checksum(cut));
  return 0;
}
