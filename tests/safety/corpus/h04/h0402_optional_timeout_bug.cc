// A timeout that could not be read is used.
// oracle: debug
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>

class Settings {
 public:
  void set(std::string key, std::string value) { values_[std::move(key)] = std::move(value); }
  std::optional<int> number(const std::string& key) const {
    auto it = values_.find(key);
    if (it == values_.end()) return std::nullopt;
    return std::atoi(it->second.c_str());
  }

 private:
  std::map<std::string, std::string> values_;
};

struct Client {
  int timeout = 0;
  int retries = 0;
};

static Client configure(const Settings& settings) {
  Client client;
  if (auto retries = settings.number("retries")) client.retries = *retries;
  client.timeout = *settings.number("timeout");  // expect: H0402
  return client;
}

int main() {
  Settings settings;
  settings.set("retries", "3");
  Client client = configure(settings);
  std::printf("%d %d\n", client.retries, client.timeout);
  return 0;
}
