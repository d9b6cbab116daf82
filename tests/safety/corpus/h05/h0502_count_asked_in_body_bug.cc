// Parts of a version, read into an array until it is full, with the count asked in the body, one too many.
// oracle: debug
#include <array>
#include <cstddef>
#include <cstdio>
#include <string_view>

static bool parts(std::string_view text, std::array<unsigned, 3>& out) {
  std::size_t written = 0;
  while (!text.empty()) {
    if (written == 4) return false;
    unsigned value = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      value = value * 10 + static_cast<unsigned>(text.front() - '0');
      text.remove_prefix(1);
    }
    out[written++] = value;  // expect: H0501
    if (!text.empty()) text.remove_prefix(1);
  }
  return written == 3;
}

int main() {
  std::array<unsigned, 3> out{};
  std::printf("%d %d\n", parts("1.2.3", out), parts("1.2.3.4", out));
}
