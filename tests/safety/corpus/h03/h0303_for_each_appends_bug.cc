// The closure that for_each runs appends to the vector that it goes over.
// oracle: asan

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
    std::for_each(packages_.begin(), packages_.end(), [this](const Package& package) {  // expect?: H0303
      if (package.depth < 2) require("needed by " + package.name, package.depth + 1);   // expect?: H0303
    });
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
