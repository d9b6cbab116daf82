// prev points to the line of the previous turn, which ended with that turn.
// oracle: asan

#include <iostream>
#include <optional>
#include <sstream>
#include <string>

class Deduplicate {
 public:
  explicit Deduplicate(const std::string& text) : in_(text) {}

  int run(std::ostream& out) {
    int dropped = 0;
    const std::string* prev = nullptr;
    while (true) {
      const int expected = prev ? static_cast<int>(prev->size()) : 0;  // expect: H0204
      std::string line;
      if (!std::getline(in_, line)) break;
      if (static_cast<int>(line.size()) == expected && line.starts_with('-')) {
        ++dropped;
        continue;
      }
      out << line << '\n';
      prev = &line;
    }
    return dropped;
  }

 private:
  std::istringstream in_;
};

int main() {
  Deduplicate filter("chapter\n-------\nintroduction\nconclusion of it\n");
  std::cout << filter.run(std::cout) << " dropped\n";
}
