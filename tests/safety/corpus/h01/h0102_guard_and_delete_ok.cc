// The guard is the only one that deletes the connection.
// oracle: clean

#include <cstdio>
#include <string>
#include <utility>

template <typename F>
class ScopeExit {
 public:
  explicit ScopeExit(F action) : action_(std::move(action)) {}
  ScopeExit(const ScopeExit&) = delete;
  ScopeExit& operator=(const ScopeExit&) = delete;
  ~ScopeExit() {
    if (armed_) action_();
  }
  void dismiss() { armed_ = false; }

 private:
  F action_;
  bool armed_ = true;
};

struct Connection {
  std::string host;
  bool accepted;
};

Connection* dial(const char* host) { return new Connection{host, std::string(host) != "blocked"}; }

int exchange(const char* host) {
  Connection* connection = dial(host);
  ScopeExit cleanup([connection] { delete connection; });
  if (!connection->accepted) {
    std::printf("%s refused\n", connection->host.c_str());
    return -1;
  }
  return static_cast<int>(connection->host.size());
}

int main() {
  int sum = exchange("mirror-1");
  sum += exchange("blocked");
  std::printf("%d\n", sum);
}
