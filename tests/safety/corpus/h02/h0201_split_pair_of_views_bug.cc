// Both halves of the pair are views of a normalized copy that the function throws away.
// oracle: asan

#include <cctype>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

std::pair<std::string_view, std::string_view> split_assignment(const std::string& text) {
  std::string plain;
  for (char c : text) {
    if (!std::isspace(static_cast<unsigned char>(c))) plain += c;
  }
  const std::string_view view = plain;
  const auto equals = view.find('=');
  if (equals == std::string_view::npos) {
    return {view, ""};  // expect?: H0201
  }
  return {view.substr(0, equals), view.substr(equals + 1)};  // expect?: H0201
}

struct Option {
  std::string name;
  std::string value;
};

Option parse_option(const std::string& argument) {
  const auto [name, value] = split_assignment(argument);
  return Option{std::string(name), std::string(value)};
}

int main() {
  const Option option = parse_option("optimization-level-of-the-linker=3");
  std::cout << option.name << " is " << option.value << '\n';
  return option.value == "3" ? 0 : 1;
}
