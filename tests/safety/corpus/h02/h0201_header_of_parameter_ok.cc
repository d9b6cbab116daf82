// The line is a view itself, of a string that main keeps.
// oracle: clean

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

struct Header {
  std::string_view name;
  std::string_view value;
};

std::optional<Header> parse_header(std::string_view line) {
  const std::string_view text(line);
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  Header header;
  header.name = text.substr(0, colon);
  header.value = text.substr(colon + 1);
  while (!header.value.empty() && header.value.front() == ' ') header.value.remove_prefix(1);
  return header;
}

bool is_json(const Header& header) {
  return header.name == "Content-Type" && header.value.starts_with("application/json");
}

int main() {
  const std::string line = "Content-Type: application/json; charset=utf-8";
  if (const auto header = parse_header(line)) {
    std::cout << (is_json(*header) ? "json" : "something else") << '\n';
  }
  const std::string broken = "no colon in this line at all";
  return parse_header(broken) ? 1 : 0;
}
