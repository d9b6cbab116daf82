// The fallback of get_or is a temporary of this return statement, and get_or may return it.
// oracle: asan

#include <iostream>
#include <map>
#include <string>

using Table = std::map<std::string, std::string>;

const std::string& get_or(const Table& table, const std::string& key, const std::string& fallback) {
  const auto found = table.find(key);
  return found != table.end() ? found->second : fallback;
}

class Config {
 public:
  void set(const std::string& key, std::string value) { values_[key] = std::move(value); }

  const std::string& log_file() const {
    return get_or(values_, "log.file", "/var/log/service/current.log");  // expect: H0201
  }

  bool has(const std::string& key) const { return values_.count(key) != 0; }

 private:
  Table values_;
};

int main() {
  Config config;
  config.set("log.level", "info");
  const std::string& file = config.log_file();
  if (!config.has("log.file")) std::cout << "using the default\n";
  std::cout << "writing to " << file << '\n';
}
