// The session that was looked up is closed by its number before its name is read.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>

struct Session {
  std::string user;
  long opened;
};

class Sessions {
 public:
  void open(int id, std::string user) { sessions_[id] = {std::move(user), clock_++}; }
  Session& at(int id) { return sessions_.at(id); }
  void close(int id) { sessions_.erase(id); }
  std::size_t size() const { return sessions_.size(); }

 private:
  std::map<int, Session> sessions_;
  long clock_ = 0;
};

std::string hand_over(Sessions& sessions, int from, int to) {
  Session& session = sessions.at(from);
  sessions.at(to).opened = session.opened;
  sessions.close(from);
  return session.user + " gave way";  // expect: H0302
}

int main() {
  Sessions sessions;
  sessions.open(1, "grace-brewster-murray-hopper");
  sessions.open(2, "ada");
  std::printf("%s %zu\n", hand_over(sessions, 1, 2).c_str(), sessions.size());
}
