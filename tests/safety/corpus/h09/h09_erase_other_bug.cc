// One job is erased by number while a reference to another is held, which is the same.
// oracle: asan
#include <iostream>
#include <iterator>
#include <list>

namespace [[hull::safe]] app {
struct Job { int number = 0; };
int take(std::list<Job>& jobs, std::size_t keep, std::size_t drop) {
  if (keep >= jobs.size() || drop >= jobs.size()) return 0;
  const auto kept = std::next(jobs.begin(), static_cast<std::ptrdiff_t>(keep));
  const auto gone = std::next(jobs.begin(), static_cast<std::ptrdiff_t>(drop));
  if (kept == jobs.end() || gone == jobs.end()) return 0;
  const Job& job = *kept;
  jobs.erase(gone);
  return job.number;  // expect: H0302
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  std::list<Job> jobs{{1}, {2}, {3}};
  std::cout << take(jobs, 1, 1) << '\n';
}
