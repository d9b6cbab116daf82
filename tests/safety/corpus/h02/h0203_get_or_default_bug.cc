// get_or may return the reference to its fallback, which is a temporary of the caller.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>

template <typename Map>
const typename Map::mapped_type& get_or(const Map& map, const std::string& key,
                                        const typename Map::mapped_type& fallback) {
  const auto found = map.find(key);
  if (found == map.end()) return fallback;
  return found->second;
}

class Environment {
 public:
  void set(const std::string& name, const std::string& value) { values_[name] = value; }

  std::string expand(const std::string& text) const {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '$') {
        result += text[at];
        continue;
      }
      std::string name;
      while (at + 1 < text.size() && text[at + 1] >= 'A' && text[at + 1] <= 'Z') name += text[++at];
      const std::string& value =
          get_or(values_, name, "(" + name + " is not set in this shell)");  // expect?: H0203
      result += value;                                                       // expect?: H0203
    }
    return result;
  }

 private:
  std::map<std::string, std::string> values_;
};

int main() {
  Environment environment;
  environment.set("HOME", "/home/of/somebody/with/a/long/name");
  std::printf("%s\n", environment.expand("$HOME/bin:$PREFIX/bin").c_str());
}
