// The mark behind the name is read where the text may have ended.
// oracle: debug

#include <cctype>
#include <iostream>
#include <optional>
#include <string_view>

std::optional<std::string_view> name_of(std::string_view text) {
  if (!text.starts_with("${")) return std::nullopt;
  std::size_t end = 2;
  while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
  if (end == 2 || text[end] != '}') return std::nullopt;  // expect: H0502
  return text.substr(2, end - 2);
}

int main() {
  for (const std::string_view text : {"${HOME}", "${", "$", "${CC"}) {
    const auto name = name_of(text);
    std::cout << (name ? *name : "no name") << '\n';
  }
}
