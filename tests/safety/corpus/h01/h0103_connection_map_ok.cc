// The bytes are taken from the connection before it is dropped.
// oracle: clean

#include <cstdio>
#include <memory>
#include <unordered_map>

class Connection {
 public:
  explicit Connection(int fd) : fd_(fd) {}
  void feed(int bytes) { pending_ += bytes; }
  int pending() const { return pending_; }
  bool idle() const { return pending_ == 0; }

 private:
  int fd_;
  int pending_ = 0;
};

class Reactor {
 public:
  void watch(int fd) { connections_.emplace(fd, std::make_unique<Connection>(fd)); }
  void feed(int fd, int bytes) { connections_.at(fd)->feed(bytes); }

  void hang_up(int fd) {
    Connection* connection = find(fd);
    if (connection == nullptr) return;
    lost_ += connection->pending();
    if (!connection->idle()) drop(fd);
  }

  int lost() const { return lost_; }

 private:
  Connection* find(int fd) {
    auto it = connections_.find(fd);
    return it == connections_.end() ? nullptr : it->second.get();
  }

  void drop(int fd) {
    connections_.erase(fd);
    ++dropped_;
  }

  std::unordered_map<int, std::unique_ptr<Connection>> connections_;
  int lost_ = 0;
  int dropped_ = 0;
};

int main() {
  Reactor reactor;
  reactor.watch(5);
  reactor.watch(6);
  reactor.feed(5, 300);
  reactor.hang_up(5);
  std::printf("%d bytes lost\n", reactor.lost());
}
