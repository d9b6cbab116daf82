// extract() takes the node out of the set and keeps its string.
// oracle: clean

#include <iostream>
#include <set>
#include <string>
#include <string_view>

class Names {
 public:
  void take(const std::string& name) { taken_.insert(name); }

  std::string shorten() {
    if (taken_.empty()) return "";
    const auto first = taken_.begin();
    const std::string_view name = *first;
    const auto node = taken_.extract(first);
    const auto cut = name.substr(0, name.find('-'));
    const auto [at, fresh] = taken_.emplace(cut);
    return fresh ? *at : std::string();
  }

  std::size_t size() const { return taken_.size(); }

 private:
  std::set<std::string> taken_;
};

int main() {
  Names names;
  names.take("abstract-interpretation-of-programs");
  names.take("borrow-checking-without-annotations");
  std::cout << names.shorten() << ' ' << names.size() << '\n';
}
