// Parts of a version, read into an array until it is full, with the count asked in the body.
// oracle: clean
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

static bool parts(std::string_view text, std::array<unsigned, 3>& out) {
  std::size_t written = 0;
  while (!text.empty()) {
    if (written == 3) return false;
    unsigned value = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      value = value * 10 + static_cast<unsigned>(text.front() - '0');
      text.remove_prefix(1);
    }
    out[written++] = value;
    if (!text.empty()) text.remove_prefix(1);
  }
  return written == 3;
}

static std::string twice_in(const std::vector<std::string>& names) {
  const auto twice = std::ranges::adjacent_find(names);
  if (twice == names.end()) return {};
  return *twice + "=" + *std::next(twice);
}

static std::string twice_in_old(const std::vector<std::string>& names) {
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice == names.end()) return {};
  return *twice + "=" + *std::next(twice);
}

int main() {
  std::array<unsigned, 3> out{};
  std::printf("%d %d\n", parts("1.2.3", out), parts("1.2.3.4", out));
  std::vector<std::string> names{"a", "b", "b"};
  std::printf("%s %s\n", twice_in(names).c_str(), twice_in_old(names).c_str());
}
