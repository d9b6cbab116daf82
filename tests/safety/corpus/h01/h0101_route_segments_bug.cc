// The constructor splits the parameter that it has already moved into the member.
// oracle: assert

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

std::vector<std::string> Split(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    auto slash = path.find('/');
    auto segment = path.substr(0, slash);
    if (!segment.empty()) segments.emplace_back(segment);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  return segments;
}

class Route {
 public:
  Route(std::string pattern, int handler)
      : pattern_(std::move(pattern)),
        segments_(Split(pattern)),  // expect: H0101
        handler_(handler) {}

  bool Matches(std::string_view path) const {
    auto parts = Split(path);
    if (parts.size() != segments_.size()) return false;
    return std::equal(parts.begin(), parts.end(), segments_.begin(), [](const auto& part, const auto& want) {
      return want.starts_with(':') || part == want;
    });
  }

  int handler() const { return handler_; }

 private:
  std::string pattern_;
  std::vector<std::string> segments_;
  int handler_;
};

int main() {
  Route route("/users/:id/orders", 7);
  assert(route.handler() == 7);
  assert(route.Matches("/users/42/orders"));
  assert(!route.Matches("/users"));
}
