// The loop moves on before it erases: other positions stay good.
// oracle: clean
// pkg-config: absl_flat_hash_map

#include <absl/container/flat_hash_map.h>

#include <iostream>
#include <string>

struct Connection {
  std::string peer;
  int idle = 0;
};

class Pool {
 public:
  void open(int id, std::string peer, int idle) { connections_[id] = Connection{std::move(peer), idle}; }

  void sweep(int limit) {
    for (auto it = connections_.begin(); it != connections_.end();) {
      auto now = it++;
      if (now->second.idle > limit) {
        gone_ += now->second.peer.size();
        connections_.erase(now);
      }
    }
  }

  std::size_t gone() const { return gone_; }

 private:
  absl::flat_hash_map<int, Connection> connections_;
  std::size_t gone_ = 0;
};

int main() {
  Pool pool;
  for (int id = 0; id < 40; ++id) pool.open(id, "a host whose name is long enough for the heap " + std::to_string(id), id);
  pool.sweep(20);
  std::cout << pool.gone() << '\n';
}
