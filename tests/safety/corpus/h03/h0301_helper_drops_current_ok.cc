// The loop takes the next position before it calls the member function.
// oracle: clean

#include <cstdio>
#include <iterator>
#include <map>
#include <string>

class Presence {
 public:
  void login(int id, std::string name) { online_[id] = {std::move(name), 3}; }

  void tick() {
    auto it = online_.begin();
    while (it != online_.end()) {
      it->second.patience -= it->first % 2 + 1;
      const auto next = std::next(it);
      if (it->second.patience <= 0) logout(it->first);
      it = next;
    }
  }

  std::size_t online() const { return online_.size(); }

 private:
  struct User {
    std::string name;
    int patience;
  };

  void logout(int id) {
    ++logouts_;
    online_.erase(id);
  }

  std::map<int, User> online_;
  int logouts_ = 0;
};

int main() {
  Presence presence;
  presence.login(1, "ada");
  presence.login(2, "grace");
  presence.login(3, "barbara");
  for (int i = 0; i < 2; ++i) presence.tick();
  std::printf("%zu online\n", presence.online());
}
