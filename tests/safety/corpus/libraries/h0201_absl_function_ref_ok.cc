// The closure is returned itself, and lives in the caller.
// oracle: clean
// pkg-config: absl_function_ref

#include <absl/functional/function_ref.h>

#include <iostream>
#include <vector>

int count_if(const std::vector<int>& values, absl::FunctionRef<bool(int)> wanted) {
  int count = 0;
  for (int value : values) count += wanted(value);
  return count;
}

auto above(const int& limit) {
  return [&limit](int value) { return value > limit; };
}

int main() {
  const std::vector<int> values{1, 5, 9, 12};
  const int limit = 4;
  const auto wanted = above(limit);
  std::cout << count_if(values, wanted) << count_if(values, [](int value) { return value == 5; }) << '\n';
}
