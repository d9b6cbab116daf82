// A range is appended at the end that was asked for before anything moved.
// oracle: clean

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
  all.insert(all.end(), idle.begin(), idle.end());
  return cheapest(all);
}

int main() {
  Job a{7}, b{3}, c{5};
  std::vector<Job*> urgent{&a}, idle{&b, &c};
  std::printf("%d\n", cheapest_of_both(urgent, idle));
}
