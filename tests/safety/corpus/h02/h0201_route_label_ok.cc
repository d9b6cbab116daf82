// The label is handed out as a string of its own.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

enum class Method { get, post, remove };

struct Route {
  Method method;
  std::string path;
  int version;
};

std::string label_of(const Route& route) {
  std::string label;
  switch (route.method) {
    case Method::get:
      label = "GET ";
      break;
    case Method::post:
      label = "POST ";
      break;
    case Method::remove:
      label = "DELETE ";
      break;
  }
  label += "/v" + std::to_string(route.version);
  label += route.path;
  return label;
}

class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }

  std::size_t print() const {
    std::size_t width = 0;
    for (const Route& route : routes_) {
      const std::string label = label_of(route);
      width = std::max(width, label.size());
      std::cout << label << '\n';
    }
    return width;
  }

 private:
  std::vector<Route> routes_;
};

int main() {
  Router router;
  router.add({Method::get, "/customers/{id}/invoices", 2});
  router.add({Method::remove, "/sessions", 1});
  return router.print() > 10 ? 0 : 1;
}
