// The counter belongs to the caller.
// oracle: clean

#include <cstdio>
#include <functional>
#include <map>
#include <string>

class Router {
 public:
  void route(const std::string& path, std::reference_wrapper<int> counter) { counters_.emplace(path, counter); }

  int hit(const std::string& path) {
    const auto found = counters_.find(path);
    if (found == counters_.end()) return -1;
    return ++found->second.get();
  }

 private:
  std::map<std::string, std::reference_wrapper<int>> counters_;
};

void install(Router& router, int& hits) {
  router.route("/", hits);
  router.route("/index.html", hits);
}

int main() {
  Router router;
  int all = 0;
  install(router, all);
  const int first = router.hit("/");
  std::printf("%d %d %d\n", first, router.hit("/index.html"), all);
}
