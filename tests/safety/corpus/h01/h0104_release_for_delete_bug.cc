// The old plan is deleted through get(), and its unique_ptr deletes it again at the end.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

struct Plan {
  std::string text;
  int cost;
};

// The optimizer's older interface takes and gives raw plans.
Plan* improve(const Plan* plan) {
  if (plan->cost < 10) return nullptr;
  return new Plan{plan->text + "+index", plan->cost / 3};
}

class Planner {
 public:
  std::unique_ptr<Plan> optimize(std::unique_ptr<Plan> plan) {
    for (;;) {
      Plan* better = improve(plan.get());
      if (better == nullptr) return plan;
      ++rounds_;
      std::unique_ptr<Plan> previous = std::exchange(plan, std::unique_ptr<Plan>(better));
      if (previous->cost > 100) ++expensive_;
      delete previous.get();  // expect: H0104
    }
  }

  int rounds() const { return rounds_; }

 private:
  int rounds_ = 0;
  int expensive_ = 0;
};

int main() {
  Planner planner;
  auto plan = planner.optimize(std::make_unique<Plan>(Plan{"scan(orders)", 50}));
  std::printf("%s costs %d after %d\n", plan->text.c_str(), plan->cost, planner.rounds());
}
