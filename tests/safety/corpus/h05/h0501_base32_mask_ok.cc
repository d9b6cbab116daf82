// The mask leaves as many bits of a number as the alphabet has.
// oracle: clean

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

static const char kAlphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

std::string encode(const std::vector<std::uint8_t>& bytes) {
  std::string text;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += kAlphabet[(buffer >> bits) & 0x1f];
    }
  }
  return text;
}

int main() {
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < 64; ++i) bytes.push_back(0xff);
  std::printf("%s\n", encode(bytes).c_str());
}
