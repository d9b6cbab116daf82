// Views of a line are copied before the next line is read.
// oracle: clean
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace [[hull::safe]] app {
std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  const auto last = text.find_last_not_of(" \t");
  return text.substr(first, last - first + 1);
}

class Config {
 public:
  static Config read(std::istream& in) {
    Config config;
    std::string section, line;
    while (std::getline(in, line)) {
      const std::string_view text = trimmed(line);
      if (text.empty() || text.front() == '#') continue;
      if (text.front() == '[' && text.back() == ']') {
        section = text.substr(1, text.size() - 2);
        continue;
      }
      const auto equals = text.find('=');
      if (equals == std::string_view::npos) continue;
      std::string key = section + "." + std::string(trimmed(text.substr(0, equals)));
      config.values_.insert_or_assign(std::move(key), std::string(trimmed(text.substr(equals + 1))));
    }
    return config;
  }
  std::optional<std::string> text(const std::string& key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) return std::nullopt;
    return found->second;
  }
  std::optional<int> number(const std::string& key) const {
    const std::optional<std::string> value = text(key);
    if (!value) return std::nullopt;
    int parsed = 0;
    const char* begin = value->data();
    const auto [end, error] = std::from_chars(begin, std::to_address(value->end()), parsed);
    if (error != std::errc()) return std::nullopt;
    return parsed;
  }

 private:
  std::map<std::string, std::string> values_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::istringstream in("[net]\nport = 80\nhost= example\n");
  const Config config = Config::read(in);
  std::cout << config.number("net.port").value_or(0) << config.text("net.host").value_or("") << '\n';
  return 0;
}
