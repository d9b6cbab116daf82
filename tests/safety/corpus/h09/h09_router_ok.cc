// Parts of a path are views while they are compared, and copies when they are kept.
// oracle: clean
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
struct Request {
  std::string method, path;
};
struct Response {
  int status = 200;
  std::string body;
};

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const auto slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (!part.empty()) parts.push_back(part);
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  return parts;
}

class Router {
 public:
  using Parameters = std::map<std::string, std::string>;
  using Handler = std::function<Response(const Request&, const Parameters&)>;

  void add(std::string method, std::string pattern, Handler handler) {
    routes_.push_back({std::move(method), std::move(pattern), std::move(handler)});
  }
  Response handle(const Request& request) const {
    for (const Route& route : routes_) {
      if (route.method != request.method || !route.handler) continue;
      if (const auto parameters = match(route.pattern, request.path)) return route.handler(request, *parameters);
    }
    return {404, "not found"};
  }

 private:
  struct Route {
    std::string method, pattern;
    Handler handler;
  };
  static std::optional<Parameters> match(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern), given = split(path);
    if (wanted.size() != given.size()) return std::nullopt;
    Parameters parameters;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (wanted[i].starts_with(':')) {
        parameters.emplace(std::string(wanted[i].substr(1)), std::string(given[i]));
      } else if (wanted[i] != given[i]) {
        return std::nullopt;
      }
    }
    return parameters;
  }
  std::vector<Route> routes_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Router router;
  int calls = 0;
  router.add("GET", "/users/:id", [&calls](const Request&, const Router::Parameters& parameters) {
    ++calls;
    const auto found = parameters.find("id");
    return Response{200, found == parameters.end() ? "?" : found->second};
  });
  std::cout << router.handle({"GET", "/users/7"}).body << router.handle({"GET", "/"}).status << calls << '\n';
  return 0;
}
