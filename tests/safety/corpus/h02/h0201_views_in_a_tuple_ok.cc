// The tuple holds the string.
// oracle: clean

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

std::tuple<int, std::string, bool> parse_header(const std::string& line) {
  const std::string plain = lower(line);
  const auto colon = plain.find(':');
  if (colon == std::string::npos) return {0, "", false};
  return {static_cast<int>(colon), plain, true};
}

int main() {
  const auto [length, text, known] = parse_header("Content-Type: text/plain; charset=utf-8");
  std::printf("%d %.*s %d\n", length, length, std::string(text).c_str(), known);
}
