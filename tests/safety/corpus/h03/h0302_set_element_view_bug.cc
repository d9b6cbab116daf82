// The view is of an element of a set that is erased before the view is used.
// oracle: asan

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
    taken_.erase(first);
    const auto cut = name.substr(0, name.find('-'));  // expect?: H0302
    const auto [at, fresh] = taken_.emplace(cut);     // expect?: H0302
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
