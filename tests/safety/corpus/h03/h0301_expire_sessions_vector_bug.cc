// The iterator is advanced after erase has invalidated it.
// oracle: debug

#include <cstdio>
#include <string>
#include <vector>

struct Session {
  std::string user;
  long last_seen;
};

class SessionTable {
 public:
  void open(std::string user, long now) { sessions_.push_back({std::move(user), now}); }

  int expire(long before) {
    int expired = 0;
    auto session = sessions_.begin();
    while (session != sessions_.end()) {  // expect?: H0301
      if (session->last_seen >= before) {
        ++session;
        continue;
      }
      sessions_.erase(session);
      ++session;  // expect?: H0301
      ++expired;
    }
    return expired;
  }

 private:
  std::vector<Session> sessions_;
};

int main() {
  SessionTable table;
  table.open("ada", 50);
  table.open("grace", 10);
  table.open("barbara", 90);
  std::printf("%d expired\n", table.expire(40));
}
