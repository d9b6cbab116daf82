// The strings have names, and live on.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>

struct Release {
  int major;
  int minor;
  std::string text() const {
    return "the release with the number " + std::to_string(major) + "." + std::to_string(minor);
  }
};

bool same_text(const Release& a, const Release& b) {
  const std::string left = a.text(), right = b.text();
  const auto [first, last] = std::minmax(left, right);
  return first == last;
}

int main() {
  const Release old{1, 9};
  const Release next{1, 10};
  std::printf("%d %d\n", same_text(old, next), same_text(next, next));
}
