// The tuple holds a view of a string that was normalized in the function.
// oracle: asan

#include <cstdio>
#include <string>
#include <string_view>
#include <tuple>

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::tuple<int, std::string_view, bool> parse_header(const std::string& line) {
  const std::string plain = lower(line);
  const auto colon = plain.find(':');
  if (colon == std::string::npos) return {0, "", false};
  return {static_cast<int>(colon), plain, true};  // expect: H0201
}

int main() {
  const auto [length, text, known] = parse_header("Content-Type: text/plain; charset=utf-8");
  std::printf("%d %.*s %d\n", length, length, std::string(text).c_str(), known);
}
