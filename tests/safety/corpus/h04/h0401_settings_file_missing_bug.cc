// A settings file that is not there is read all the same.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

class Settings {
 public:
  explicit Settings(const char* path) { load(path); }
  int get(const std::string& key, int otherwise) const {
    const auto found = values_.find(key);
    return found == values_.end() ? otherwise : found->second;
  }

 private:
  void load(const char* path) {
    std::FILE* in = std::fopen(path, "r");
    char line[128];
    while (std::fgets(line, sizeof line, in)) add(line);  // expect: H0401
    std::fclose(in);
  }
  void add(const std::string& line) {
    const auto mark = line.find('=');
    if (mark != std::string::npos) values_[line.substr(0, mark)] = std::atoi(line.c_str() + mark + 1);
  }

  std::map<std::string, int> values_;
};

int main() {
  const Settings settings("/nonexistent/settings.conf");
  std::printf("%d\n", settings.get("width", 80));
}
