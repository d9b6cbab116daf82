// The payload may be as long as the buffer, but the header takes four bytes of it.
// oracle: asan
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

struct Frame {
  std::size_t length = 0;
  std::uint8_t bytes[64];
};

constexpr std::size_t kHeader = 4;

static bool encode(Frame& frame, std::uint16_t type, const std::uint8_t* payload, std::size_t size) {
  if (size > sizeof frame.bytes) return false;
  frame.bytes[0] = static_cast<std::uint8_t>(type >> 8);
  frame.bytes[1] = static_cast<std::uint8_t>(type);
  frame.bytes[2] = static_cast<std::uint8_t>(size >> 8);
  frame.bytes[3] = static_cast<std::uint8_t>(size);
  std::memcpy(frame.bytes + kHeader, payload, size);  // expect: H0504
  frame.length = kHeader + size;
  return true;
}

int main() {
  std::vector<std::uint8_t> payload(64, 0x5a);
  auto* frame = new Frame;
  if (encode(*frame, 7, payload.data(), payload.size())) std::printf("%zu bytes\n", frame->length);
  delete frame;
  return 0;
}
