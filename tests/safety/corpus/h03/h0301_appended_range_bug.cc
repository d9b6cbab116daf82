// The first of all is remembered before a range is appended.
// oracle: asan

#include <cstdio>
#include <vector>

struct Job {
  int cost;
};

int cheapest(const std::vector<Job*>& jobs) {
  int best = 1 << 20;
  for (const Job* job : jobs) {
    if (job->cost < best) best = job->cost;
  }
  return best;
}

int cheapest_of_both(const std::vector<Job*>& urgent, const std::vector<Job*>& idle) {
  std::vector<Job*> all = urgent;
  const auto first = all.begin();
  all.insert(all.end(), idle.begin(), idle.end());
  return cheapest(all) + (*first)->cost;  // expect: H0301
}

int main() {
  Job a{7}, b{3}, c{5};
  std::vector<Job*> urgent{&a}, idle{&b, &c};
  std::printf("%d\n", cheapest_of_both(urgent, idle));
}
