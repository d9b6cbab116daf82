// The listener is told of a session that is about to go.
// oracle: clean

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

struct Session {
  std::string user;
  int requests = 0;
};

struct Closing {
  const Session* session;
  int number;
};

using Listener = void(Closing*);

class Server {
 public:
  explicit Server(Listener* listener) : listener_(listener) {}
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    while (!sessions_.empty()) close_last();
  }

  void open(std::string user) { sessions_.push_back(new Session{std::move(user)}); }

  void close_last() {
    Session* session = sessions_.back();
    sessions_.pop_back();
    tell(session);
    delete session;
  }

 private:
  void tell(const Session* session) {
    Closing closing{session, ++told_};
    listener_(&closing);
  }

  Listener* listener_;
  std::vector<Session*> sessions_;
  int told_ = 0;
};

int main() {
  Server server(
      [](Closing* closing) { std::printf("%d: %s\n", closing->number, closing->session->user.c_str()); });
  server.open("alice");
  server.open("bob");
}
