// minmax gives references, to two strings that were made for the call.
// oracle: asan

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
  const auto [first, last] = std::minmax(a.text(), b.text());  // expect?: H0203
  return first == last;                                        // expect?: H0203
}

int main() {
  const Release old{1, 9};
  const Release next{1, 10};
  std::printf("%d %d\n", same_text(old, next), same_text(next, next));
}
