// delay() returns zero as long as there is no policy.
// oracle: clean

#include <cstdio>
#include <optional>

struct BackoffPolicy {
  int initial_ms;
  int factor;
  int limit_ms;
};

class Retrier {
 public:
  void configure(const BackoffPolicy& policy) { policy_ = policy; }

  void failed() { ++failures_; }
  void succeeded() { failures_ = 0; }

  int delay_ms() const {
    if (failures_ == 0 || !policy_) return 0;
    int delay = policy_->initial_ms;
    for (int i = 1; i < failures_; ++i) {
      delay *= policy_->factor;
      if (delay > policy_->limit_ms) return policy_->limit_ms;
    }
    return delay;
  }

 private:
  std::optional<BackoffPolicy> policy_;
  int failures_ = 0;
};

int main() {
  Retrier patient;
  patient.configure({100, 3, 1000});
  for (int i = 0; i < 3; ++i) patient.failed();
  std::printf("%d ms\n", patient.delay_ms());

  Retrier hasty;
  hasty.failed();
  std::printf("%d ms\n", hasty.delay_ms());
}
