// The default comes from a function that keeps it.
// oracle: clean

#include <cstdio>
#include <vector>

struct Limits {
  std::vector<int> steps = {10, 100, 1000};
  int attempts = 3;
};

const Limits& standard_limits() {
  static const Limits limits;
  return limits;
}

const Limits& effective(const Limits* own, const Limits& fallback = standard_limits()) {
  return own != nullptr ? *own : fallback;
}

class Client {
 public:
  explicit Client(const Limits* own = nullptr) : own_(own) {}

  const Limits& limits() const { return effective(own_); }

  bool allowed(int requests) const {
    const Limits& active = limits();
    return !active.steps.empty() && requests <= active.steps.back();
  }

 private:
  const Limits* own_;
};

int main() {
  const Limits strict{{1, 2}, 1};
  const Client guest(&strict);
  const Client member;
  std::printf("%d %d\n", guest.allowed(5), member.allowed(5));
}
