// One separator is enough for the test, and two are taken off.
// oracle: debug

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
  if (!parts.empty() && separators > 0) parts.pop_back();
  if (parts.back().kind == Kind::Separator) parts.pop_back();  // expect: H0503
  return parts.size() > 1 ? parts.back().text : std::string("none");
}

int main() {
  std::cout << last_name({{Kind::Name, "usr"}, {Kind::Separator, "/"}, {Kind::Separator, "/"}}) << '\n';
  std::cout << last_name({{Kind::Separator, "/"}}) << '\n';
}
