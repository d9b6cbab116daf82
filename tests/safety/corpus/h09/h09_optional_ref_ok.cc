// The name is copied before the session may end.
// oracle: clean
#include <iostream>
#include <optional>
#include <string>

namespace [[hull::safe]] app {
class Session {
 public:
  void open(std::string user) { user_ = std::move(user); }
  void tick() { if (++ticks_ > 2) user_.reset(); }
  const std::string& user() const { return *user_; }
  bool is_open() const { return user_.has_value(); }
 private:
  std::optional<std::string> user_;
  int ticks_ = 2;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Session session;
  session.open("a user whose name is long enough for the heap");
  const std::string user = session.user();
  session.tick();
  std::cout << user << '\n';
}
