// The view's text is compared before the optional is given another value.
// oracle: clean

#include <iostream>
#include <optional>
#include <string>
#include <string_view>

class Session {
 public:
  void login(std::string user) { user_ = std::move(user); }

  bool switch_user(const std::string& user) {
    if (!user_) {
      login(user);
      return true;
    }
    const std::string_view previous = *user_;
    const bool changed = previous != user;
    user_.reset();
    login(user);
    if (changed) ++switches_;
    return changed;
  }

  int switches() const { return switches_; }

 private:
  std::optional<std::string> user_;
  int switches_ = 0;
};

int main() {
  Session session;
  session.switch_user("the administrator of the system");
  session.switch_user("somebody with an ordinary account");
  session.switch_user("somebody with an ordinary account");
  std::cout << session.switches() << '\n';
}
