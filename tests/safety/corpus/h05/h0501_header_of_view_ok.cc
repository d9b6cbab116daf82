// The checksum is the last of the body.
// oracle: clean

#include <cstdint>
#include <cstdio>
#include <span>
#include <vector>

struct Frame {
  std::uint8_t kind;
  unsigned checksum;
};

Frame parse(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 2) return {0, 0};
  const auto body = bytes.subspan(1);
  return {bytes[0], body[body.size() - 1]};
}

class Link {
 public:
  void receive(const std::vector<std::uint8_t>& bytes) {
    const Frame frame = parse(bytes);
    if (frame.kind != 0) sum_ += frame.checksum;
  }
  unsigned sum() const { return sum_; }

 private:
  unsigned sum_ = 0;
};

int main() {
  Link link;
  link.receive({});
  link.receive({7, 1, 2, 3});
  std::printf("%u\n", link.sum());
}
