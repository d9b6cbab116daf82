// What was not found is added, and looked up again.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <vector>

class Directories {
 public:
  explicit Directories(std::vector<std::string> on_disk) : on_disk_(std::move(on_disk)) {}

  int number_of(const std::string& name) {
    auto known = by_name_.find(name);
    if (known == by_name_.end()) {
      if (!read(name)) return -1;
      known = by_name_.find(name);
    }
    return known->second;
  }

 private:
  bool read(const std::string& name);

  std::vector<std::string> on_disk_;
  std::map<std::string, int> by_name_;
};

bool Directories::read(const std::string& name) {
  for (const std::string& one : on_disk_) {
    if (one == name) return by_name_.emplace(name, static_cast<int>(by_name_.size())).second;
  }
  return false;
}

int main() {
  Directories directories({"src", "tests"});
  std::cout << directories.number_of("src") << directories.number_of("docs") << '\n';
}
