// The merge looks at the front of one side after it has been used up.
// oracle: debug

#include <cstdio>
#include <span>
#include <vector>

int take(std::span<const int>& from) {
  const int value = from.front();
  from = from.subspan(1);
  return value;
}

std::vector<int> merge(std::span<const int> left, std::span<const int> right) {
  std::vector<int> result;
  while (!left.empty() || !right.empty()) {
    const bool from_left = left.front() <= right.front();  // expect: H0503
    result.push_back(take(from_left ? left : right));
  }
  return result;
}

bool sorted(std::span<const int> values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i - 1] > values[i]) return false;
  }
  return true;
}

int main() {
  const std::vector<int> odd = {1, 3, 5, 7};
  const std::vector<int> even = {2, 4};
  const std::vector<int> all = merge(odd, even);
  std::printf("%zu %d\n", all.size(), sorted(all));
}
