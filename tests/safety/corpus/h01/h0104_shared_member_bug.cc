// A shared_ptr is made from the address of a member, and its last owner deletes it.
// oracle: asan

#include <cstdio>
#include <memory>
#include <vector>

struct Counters {
  long frames = 0;
  long drops = 0;
};

class Pipeline {
 public:
  explicit Pipeline(int stages) : stages_(stages) {}

  void process(int frames) {
    counters_.frames += frames;
    counters_.drops += frames / (stages_ + 5);
  }

  Counters& counters() { return counters_; }

 private:
  int stages_;
  Counters counters_;
};

class Dashboard {
 public:
  void watch(std::shared_ptr<const Counters> counters) { watched_.push_back(std::move(counters)); }

  long drops() const {
    long sum = 0;
    for (const auto& counters : watched_) sum += counters->drops;
    return sum;
  }

  void clear() { watched_.clear(); }

 private:
  std::vector<std::shared_ptr<const Counters>> watched_;
};

int main() {
  auto pipeline = std::make_shared<Pipeline>(3);
  Dashboard dashboard;
  std::shared_ptr<Counters> counters(&pipeline->counters());  // expect?: H0104
  dashboard.watch(counters);
  pipeline->process(64);
  std::printf("%ld drops\n", dashboard.drops());
  counters.reset();
  dashboard.clear();  // expect?: H0104
}
