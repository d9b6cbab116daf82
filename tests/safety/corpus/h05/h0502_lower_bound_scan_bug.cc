// The scan goes on to the next key without asking whether there is one.
// oracle: debug
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

struct Entry {
  std::string key;
  int value;
};

class SortedIndex {
 public:
  void append(std::string key, int value) { entries_.push_back({std::move(key), value}); }

  std::size_t lower_bound(const std::string& key) const {
    std::size_t i = 0;
    while (entries_[i].key < key) ++i;  // expect: H0502
    return i;
  }
  std::size_t size() const { return entries_.size(); }

 private:
  std::vector<Entry> entries_;
};

int main() {
  SortedIndex index;
  index.append("apple", 1);
  index.append("pear", 2);
  std::printf("%zu of %zu\n", index.lower_bound("zebra"), index.size());
  return 0;
}
