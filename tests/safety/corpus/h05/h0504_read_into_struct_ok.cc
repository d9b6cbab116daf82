// What is copied is as long as the structure.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

constexpr std::size_t kWireSize = 20;

struct Quote {
  std::uint32_t id;
  std::uint32_t bid;
  std::uint32_t ask;
  std::uint32_t volume;
};

static std::vector<Quote> decode(const std::vector<std::uint8_t>& wire) {
  std::vector<Quote> quotes;
  for (std::size_t at = 0; at + kWireSize <= wire.size(); at += kWireSize) {
    Quote quote;
    std::memcpy(&quote, wire.data() + at, sizeof quote);
    quotes.push_back(quote);
  }
  return quotes;
}

int main() {
  std::vector<std::uint8_t> wire(60, 1);
  std::printf("%zu\n", decode(wire).size());
  return 0;
}
