// A day without samples has no maximum, and what max_element gives for it is dereferenced.
// oracle: debug

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

using Samples = std::vector<double>;

struct DaySummary {
  int day;
  double peak;
};

class LoadMonitor {
 public:
  void record(int day, double load) {
    if (load >= 0)
      days_[day].push_back(load);
    else
      days_[day];
  }

  std::vector<DaySummary> summarize() const {
    std::vector<DaySummary> summaries;
    for (const auto& [day, samples] : days_) {
      auto peak = std::max_element(samples.begin(), samples.end());
      summaries.push_back({day, *peak});  // expect: H0404
    }
    return summaries;
  }

 private:
  std::map<int, Samples> days_;
};

int main() {
  LoadMonitor monitor;
  monitor.record(1, 0.5);
  monitor.record(1, 1.75);
  monitor.record(2, -1);
  for (const auto& summary : monitor.summarize()) std::printf("day %d: %.2f\n", summary.day, summary.peak);
}
