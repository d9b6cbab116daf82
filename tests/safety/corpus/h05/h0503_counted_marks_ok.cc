// As many separators are taken off as were counted.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

enum class Kind { Name, Separator };

struct Part {
  Kind kind;
  std::string text;
};

// Without the separators at the end, if there are several.
std::string last_name(std::vector<Part> parts) {
  const auto separators =
      std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.kind == Kind::Separator; });
  if (separators > 1 && parts.back().kind == Kind::Separator) parts.pop_back();
  if (separators > 1 && parts.back().kind == Kind::Separator) parts.pop_back();
  return parts.size() > 1 ? parts.back().text : std::string("none");
}

int main() {
  std::cout << last_name({{Kind::Name, "usr"}, {Kind::Separator, "/"}, {Kind::Separator, "/"}}) << '\n';
  std::cout << last_name({{Kind::Separator, "/"}}) << '\n';
}
