// forward_as_tuple keeps references, one of them to a temporary string.
// oracle: asan

#include <iostream>
#include <string>
#include <tuple>

struct Version {
  int major = 0;
  int minor = 0;
  std::string tag;

  std::string channel() const {
    if (tag.empty()) return "the stable channel of releases";
    return "the channel of releases that are tagged " + tag;
  }
};

bool supersedes(const Version& newer, const Version& older) {
  const auto left = std::forward_as_tuple(newer.channel(), newer.major, newer.minor);   // expect?: H0203
  const auto right = std::forward_as_tuple(older.channel(), older.major, older.minor);  // expect?: H0203
  return left > right;                                                                  // expect?: H0203
}

int main() {
  const Version old{1, 9, ""};
  const Version next{1, 10, ""};
  const Version nightly{2, 0, "nightly"};
  int count = 0;
  if (supersedes(next, old)) ++count;
  if (supersedes(old, nightly)) ++count;
  std::cout << count << '\n';
}
