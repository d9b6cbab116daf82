// Without the parentheses the result is a value.
// oracle: clean

#include <iostream>
#include <map>
#include <string>

template <typename Table>
decltype(auto) describe(const Table& table, int id) {
  std::string text = "entry " + std::to_string(id) + " is ";
  const auto found = table.find(id);
  if (found != table.end()) {
    text += found->second;
  } else {
    text += "not in the table that was searched";
  }
  return text;
}

class Registry {
 public:
  void add(int id, std::string name) { names_[id] = std::move(name); }

  std::size_t total_length(int last) const {
    std::size_t length = 0;
    for (int id = 1; id <= last; ++id) {
      const std::string& text = describe(names_, id);
      length += text.substr(text.rfind(' ') + 1).size();
    }
    return length;
  }

 private:
  std::map<int, std::string> names_;
};

int main() {
  Registry registry;
  registry.add(1, "the first of the entries");
  std::cout << registry.total_length(2) << '\n';
}
