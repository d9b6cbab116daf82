// The best so far is deleted before a better one takes its place.
// oracle: clean

#include <cstdio>
#include <cstdlib>

struct Plan {
  int order[3];
  int cost;
};

Plan* MakePlan(int seed) {
  auto* plan = new Plan{};
  for (int i = 0; i < 3; ++i) plan->order[i] = (seed + i) % 3;
  plan->cost = std::abs(7 - seed * 2) + plan->order[0];
  return plan;
}

Plan* Search(int rounds) {
  Plan* best = nullptr;
  for (int seed = 0; seed < rounds; ++seed) {
    Plan* candidate = MakePlan(seed);
    if (best == nullptr || candidate->cost < best->cost) {
      delete best;
      best = candidate;
    } else {
      delete candidate;
    }
  }
  return best;
}

int main() {
  Plan* best = Search(6);
  std::printf("best costs %d\n", best->cost);
  delete best;
}
