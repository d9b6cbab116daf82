// An offset behind the block's end is refused.
// oracle: clean

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

class BlockReader {
 public:
  explicit BlockReader(std::vector<std::uint8_t> block) : block_(std::move(block)) {}

  int entry(std::size_t index) const {
    if (index + 1 > block_.size() / 2) return -1;
    const std::uint8_t* data = block_.data();
    const std::size_t offset = data[index];
    if (offset == 0 || offset >= block_.size()) return 0;
    const std::uint8_t* value = data + offset;
    return *value;
  }

 private:
  std::vector<std::uint8_t> block_;
};

int sum(const BlockReader& reader) {
  int total = 0;
  for (std::size_t index = 0; index < 4; ++index) {
    const int value = reader.entry(index);
    if (value > 0) total += value;
  }
  return total;
}

int main() {
  const BlockReader reader({4, 5, 0, 9, 100, 50, 25, 12});
  std::printf("%d\n", sum(reader));
}
