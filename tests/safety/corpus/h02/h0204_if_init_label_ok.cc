// The variable is declared before the if.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <string_view>

class Catalog {
 public:
  void add(int code, std::string text) { texts_.emplace(code, std::move(text)); }

  std::string lookup(int code) const {
    const auto found = texts_.find(code);
    return found == texts_.end() ? std::string() : found->second;
  }

 private:
  std::map<int, std::string> texts_;
};

std::size_t show(const Catalog& catalog, int code, std::ostream& out) {
  std::string_view label = "(no text)";
  const std::string text = catalog.lookup(code);
  if (!text.empty()) {
    label = text;
    const auto stop = label.find('.');
    if (stop != std::string_view::npos) label = label.substr(0, stop);
  }
  out << code << ' ' << label << '\n';
  return label.size();
}

int main() {
  Catalog catalog;
  catalog.add(404, "The page that you wanted is not here. It may never have been.");
  const std::size_t shown = show(catalog, 200, std::cout) + show(catalog, 404, std::cout);
  return shown == 0;
}
