// The index keeps views of the line that each turn of the loop reads anew.
// oracle: asan

#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

class KeyIndex {
 public:
  void load(std::istream& in) {
    int number = 0;
    while (in) {
      std::string line;
      if (!std::getline(in, line)) break;
      ++number;
      const std::string_view text = line;
      const auto equals = text.find('=');
      if (equals == std::string_view::npos) continue;
      entries_.push_back({text.substr(0, equals), number});  // expect?: H0202
    }
  }

  int line_of(std::string_view key) const {
    for (const Entry& entry : entries_) {
      if (entry.key == key) return entry.line;  // expect?: H0202
    }
    return 0;
  }

 private:
  struct Entry {
    std::string_view key;
    int line;
  };
  std::vector<Entry> entries_;
};

int main() {
  std::istringstream file("compiler.standard.library=libc++\n\ncompiler.standard.version=23\n");
  KeyIndex index;
  index.load(file);
  std::cout << index.line_of("compiler.standard.version") << '\n';
}
