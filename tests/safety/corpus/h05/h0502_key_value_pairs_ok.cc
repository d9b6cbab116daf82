// The loop stops where there is no value for a key.
// oracle: clean
#include <iostream>
#include <map>
#include <string>
#include <vector>

using Settings = std::map<std::string, std::string>;

Settings settings_of(const std::vector<std::string>& words) {
  Settings settings;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    settings[words[i]] = words[i + 1];
  }
  return settings;
}

std::string value_or(const Settings& settings, const std::string& key, const std::string& otherwise) {
  const auto found = settings.find(key);
  return found == settings.end() ? otherwise : found->second;
}

int main() {
  const std::vector<std::string> given = {"host", "localhost", "port", "8080", "verbose"};
  const Settings settings = settings_of(given);
  std::cout << value_or(settings, "port", "80") << '\n';
}
