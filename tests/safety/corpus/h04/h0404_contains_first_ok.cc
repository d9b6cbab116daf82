// What contains() has found in a map is taken from the same map.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

class Settings {
 public:
  void set_default(const std::string& name, int value) { defaults_[name] = value; }
  void override_with(const std::string& name, int value) { overrides_[name] = value; }

  int get(const std::string& name) const {
    if (overrides_.contains(name)) return overrides_.find(name)->second;
    if (!defaults_.contains(name)) return 0;
    return defaults_.find(name)->second;
  }

  int sum(std::initializer_list<const char*> names) const {
    int total = 0;
    for (const char* name : names) total += get(name);
    return total;
  }

 private:
  std::map<std::string, int> defaults_;
  std::map<std::string, int> overrides_;
};

int main() {
  Settings settings;
  settings.set_default("threads", 4);
  settings.set_default("retries", 3);
  settings.override_with("threads", 16);
  std::printf("%d\n", settings.sum({"threads", "depth"}));
  std::printf("%d\n", settings.sum({"retries"}));
}
