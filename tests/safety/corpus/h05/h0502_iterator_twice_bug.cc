// The loop advances twice a turn and may step over the end.
// oracle: debug

#include <iostream>
#include <map>
#include <string>
#include <vector>

std::map<std::string, std::string> to_map(const std::vector<std::string>& flat) {
  std::map<std::string, std::string> result;
  for (auto at = flat.begin(); at != flat.end(); ++at) {
    const std::string& key = *at;
    ++at;
    result[key] = *at;  // expect: H0502
  }
  return result;
}

class Headers {
 public:
  explicit Headers(const std::vector<std::string>& flat) : values_(to_map(flat)) {}

  bool keep_alive() const {
    const auto found = values_.find("Connection");
    return found == values_.end() || found->second != "close";
  }

 private:
  std::map<std::string, std::string> values_;
};

int main() {
  const Headers complete({"Host", "example.org", "Connection", "close"});
  const Headers odd({"Host", "example.org", "Accept"});
  std::cout << complete.keep_alive() << odd.keep_alive() << '\n';
}
