// The last bytes that make no group of three, by how many there are.
// oracle: clean
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

std::string encode(std::span<const std::uint8_t> bytes) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const unsigned word = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) out.push_back(kAlphabet[word >> shift & 63]);
  }
  const std::size_t left = bytes.size() - i;
  if (left == 0) return out;
  if (left != 2) {
    out.push_back(kAlphabet[bytes[i] >> 2]);
    out.push_back(kAlphabet[(bytes[i] & 3) << 4]);
    out += "==";
  } else {
    const unsigned word = bytes[i] << 8 | bytes[i + 1];
    out.push_back(kAlphabet[word >> 10]);
    out.push_back(kAlphabet[word >> 4 & 63]);
    out.push_back(kAlphabet[(word & 15) << 2]);
    out += "=";
  }
  return out;
}

int main() {
  std::vector<std::uint8_t> message;
  for (std::uint8_t i = 0; i < 24; ++i) message.push_back(i);
  message.shrink_to_fit();
  std::puts(encode(message).c_str());
  return 0;
}
