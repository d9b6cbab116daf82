// The largest of each window: what was put in last is still there when the first is taken out.
#include <cstddef>
#include <deque>
#include <vector>
using std::size_t;

std::deque<int> window_max(const std::vector<int>& v, size_t k) {
  std::deque<size_t> q;
  std::deque<int> out;
  for (size_t i = 0; i < v.size(); ++i) {
    while (!q.empty() && v[q.back()] <= v[i]) q.pop_back();
    q.push_back(i);
    if (q.front() + k <= i) q.pop_front();
    if (i + 1 >= k) out.push_back(v[q.front()]);
  }
  return out;
}
