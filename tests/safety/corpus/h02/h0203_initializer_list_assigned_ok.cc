// The braces fill a vector.
// oracle: clean

#include <cstdio>
#include <initializer_list>
#include <numeric>
#include <vector>

class Retry {
 public:
  explicit Retry(int base) : base_(base) {}

  int total_delay(bool patient) const {
    std::vector<int> delays = {base_};
    if (patient) {
      delays = {base_, base_ * 2, base_ * 4, base_ * 8};
    }
    return std::accumulate(delays.begin(), delays.end(), 0,
                           [](int sum, int delay) { return sum + (delay > 1000 ? 1000 : delay); });
  }

 private:
  int base_;
};

int main() {
  const Retry quick(10);
  const Retry slow(400);
  std::printf("%d\n", quick.total_delay(false));
  std::printf("%d\n", slow.total_delay(true));
}
