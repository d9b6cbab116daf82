// The last field is no number, and the value is taken from an expected that holds the error.
// oracle: debug

#include <array>
#include <charconv>
#include <cstdio>
#include <expected>
#include <string_view>

enum class ParseError { empty, not_a_number, too_many };

std::expected<int, ParseError> parse_number(std::string_view text) {
  if (text.empty()) return std::unexpected(ParseError::empty);
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return std::unexpected(ParseError::not_a_number);
  }
  return value;
}

using Version = std::array<int, 3>;

std::expected<Version, ParseError> parse_version(std::string_view text) {
  Version version{};
  for (int& part : version) {
    auto dot = text.find('.');
    auto number = parse_number(text.substr(0, dot));
    part = *number;  // expect: H0402
    if (dot == std::string_view::npos) return version;
    text.remove_prefix(dot + 1);
  }
  return std::unexpected(ParseError::too_many);
}

int main() {
  int good = 0;
  for (std::string_view text : {"1.2.3", "4.1", "2.0.rc1"}) good += parse_version(text).has_value();
  std::printf("%d versions\n", good);
}
