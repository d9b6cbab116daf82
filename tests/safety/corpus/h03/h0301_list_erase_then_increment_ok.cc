// The iterator is advanced first and the old position erased.
// oracle: clean

#include <cstdio>
#include <list>

struct Connection {
  int socket;
  int idle;
  bool keep_alive;
};

class ConnectionPool {
 public:
  void add(int socket, bool keep_alive) { connections_.push_back({socket, 0, keep_alive}); }

  void tick(int seconds) {
    for (auto it = connections_.begin(); it != connections_.end();) {
      it->idle += seconds;
      const int limit = it->keep_alive ? 60 : 5;
      if (it->idle > limit) {
        close(it->socket);
        connections_.erase(it++);
      } else {
        ++it;
      }
    }
  }

  int closed() const { return closed_; }

 private:
  void close(int socket) { closed_ += socket > 0; }

  std::list<Connection> connections_;
  int closed_ = 0;
};

int main() {
  ConnectionPool pool;
  pool.add(4, true);
  pool.add(5, false);
  pool.add(6, true);
  for (int i = 0; i < 3; ++i) pool.tick(4);
  std::printf("%d closed\n", pool.closed());
}
