// The map of handlers keeps a reference to a counter of the function that fills it.
// oracle: asan

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
    return ++found->second.get();  // expect?: H0202
  }

 private:
  std::map<std::string, std::reference_wrapper<int>> counters_;
};

void install(Router& router, int&) {
  int hits = 0;
  router.route("/", hits);  // expect?: H0202
  router.route("/index.html", hits);  // expect?: H0202
}

int main() {
  Router router;
  int all = 0;
  install(router, all);
  const int first = router.hit("/");  // expect?: H0202
  std::printf("%d %d %d\n", first, router.hit("/index.html"), all);
}
