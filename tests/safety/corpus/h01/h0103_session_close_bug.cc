// The session is deleted, and the farewell line still prints its name.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>

struct Session {
  int id;
  std::string peer;
  long bytes = 0;
};

class Server {
 public:
  Server() = default;
  Server(const Server&) = delete;
  ~Server() {
    for (auto& [id, session] : sessions_) delete session;
  }

  int Accept(std::string peer) {
    int id = next_id_++;
    sessions_[id] = new Session{id, std::move(peer)};
    return id;
  }

  void Receive(int id, long bytes) {
    if (auto found = sessions_.find(id); found != sessions_.end()) found->second->bytes += bytes;
  }

  bool Close(int id) {
    auto found = sessions_.find(id);
    if (found == sessions_.end()) return false;
    Session* session = found->second;
    sessions_.erase(found);
    delete session;
    std::printf("%s left after %ld bytes\n", session->peer.c_str(), session->bytes);  // expect: H0103
    return true;
  }

 private:
  std::map<int, Session*> sessions_;
  int next_id_ = 1;
};

int main() {
  Server server;
  int id = server.Accept("10.0.0.7:5100");
  server.Accept("10.0.0.8:4411");
  server.Receive(id, 512);
  return server.Close(id) ? 0 : 1;
}
