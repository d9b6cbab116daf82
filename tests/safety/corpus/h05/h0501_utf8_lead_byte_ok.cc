// The byte is unsigned when it indexes the table.
// oracle: clean
#include <array>
#include <cstdio>
#include <string>

static std::array<unsigned char, 256> make_widths() {
  std::array<unsigned char, 256> widths{};
  for (int i = 0; i < 256; ++i) widths[i] = i < 0x80 ? 1 : i < 0xe0 ? 2 : i < 0xf0 ? 3 : 4;
  return widths;
}

static const std::array<unsigned char, 256> kWidths = make_widths();
static const unsigned char kClass[256] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0};

static int classify(const std::string& text) {
  int total = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    total += kClass[c];
    i += kWidths[static_cast<unsigned char>(text[i])];
  }
  return total;
}

int main() {
  std::printf("%d\n", classify("na\xc3\xafve"));
  return 0;
}
