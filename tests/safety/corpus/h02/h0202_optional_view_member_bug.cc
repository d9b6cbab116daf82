// begin_section keeps a view of the name it was given, and the name is one of load's locals.
// oracle: asan

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class Ini {
 public:
  void load(const std::vector<const char*>& lines) {
    for (const char* line : lines) {
      if (line[0] == '[') {
        std::string name(line + 1);
        if (!name.empty()) name.pop_back();
        begin_section(name);  // expect?: H0202
      } else {
        ++keys_;
      }
    }
  }

  void begin_section(std::string_view name) { section_ = name; }  // expect?: H0202

  bool ends_in(std::string_view name) const {
    return section_ && *section_ == name;  // expect?: H0202
  }

  int keys() const { return keys_; }

 private:
  std::optional<std::string_view> section_;
  int keys_ = 0;
};

int main() {
  Ini ini;
  ini.load({"global = 1", "[network.interfaces.wireless]", "ssid = home", "channel = 11"});
  std::printf("%d keys, %s\n", ini.keys(), ini.ends_in("network.interfaces.wireless") ? "wireless" : "?");
}
