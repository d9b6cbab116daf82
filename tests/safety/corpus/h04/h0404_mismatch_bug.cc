// One path is a prefix of the other, so mismatch() stops at its end, which is dereferenced.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

using Path = std::vector<std::string>;

// Orders paths so that numbered parts come after named ones.
bool precedes(const Path& left, const Path& right) {
  auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  if (r == right.end()) return false;
  bool left_is_number = l->find_first_not_of("0123456789") == std::string::npos;  // expect: H0404
  bool right_is_number = r->find_first_not_of("0123456789") == std::string::npos;
  if (left_is_number != right_is_number) return right_is_number;
  return *l < *r;
}

class Index {
 public:
  void add(Path path) {
    auto place = paths_.begin();
    while (place != paths_.end() && precedes(*place, path)) ++place;
    paths_.insert(place, std::move(path));
  }

  const Path& first() const { return paths_.front(); }

 private:
  std::vector<Path> paths_;
};

int main() {
  Index index;
  index.add({"usr", "lib", "12"});
  index.add({"usr", "lib", "gcc"});
  index.add({"usr", "lib"});
  index.add({"usr", "lib", "gcc", "x86"});
  std::printf("%s\n", index.first().back().c_str());
}
