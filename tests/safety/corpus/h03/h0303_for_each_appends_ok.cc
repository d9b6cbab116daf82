// What is to be appended is gathered in another vector.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Package {
  std::string name;
  int depth;
};

class Resolver {
 public:
  void require(std::string name, int depth) { packages_.push_back({std::move(name), depth}); }

  void close() {
    std::vector<Package> needed;
    std::for_each(packages_.begin(), packages_.end(), [&needed](const Package& package) {
      if (package.depth < 2) needed.push_back({"needed by " + package.name, package.depth + 1});
    });
    for (Package& package : needed) require(std::move(package.name), package.depth);
  }

  std::size_t size() const { return packages_.size(); }

 private:
  std::vector<Package> packages_;
};

int main() {
  Resolver resolver;
  resolver.require("hull", 1);
  resolver.require("toml", 2);
  resolver.close();
  std::printf("%zu packages\n", resolver.size());
}
