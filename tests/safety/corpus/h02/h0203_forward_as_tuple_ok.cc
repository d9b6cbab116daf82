// make_tuple keeps copies.
// oracle: clean

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
  const auto left = std::make_tuple(newer.channel(), newer.major, newer.minor);
  const auto right = std::make_tuple(older.channel(), older.major, older.minor);
  return left > right;
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
