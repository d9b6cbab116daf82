// renew() asks again after expire() whether there is a lease.
// oracle: clean

#include <cstdio>
#include <optional>
#include <string>

struct Lease {
  std::string holder;
  int until;
};

class Lock {
 public:
  bool acquire(const std::string& holder, int now) {
    expire(lease_, now);
    if (lease_) return false;
    lease_ = Lease{holder, now + kTerm};
    return true;
  }

  bool renew(const std::string& holder, int now) {
    if (!lease_ || lease_->holder != holder) return false;
    expire(lease_, now);
    if (!lease_) return false;
    lease_->until = now + kTerm;
    return true;
  }

 private:
  static constexpr int kTerm = 10;

  static void expire(std::optional<Lease>& lease, int now) {
    if (lease && lease->until < now) lease = std::nullopt;
  }

  std::optional<Lease> lease_;
};

int main() {
  Lock lock;
  bool steps[] = {
      lock.acquire("node-1", 0),
      lock.acquire("node-2", 5),
      lock.renew("node-1", 8),
      lock.renew("node-1", 40),
  };
  for (bool step : steps) std::printf("%d", step);
  std::puts("");
}
