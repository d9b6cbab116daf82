// A reference to a closure is kept by a visitor that is used after the closure is gone.
// oracle: asan
// pkg-config: absl_function_ref

#include <absl/functional/function_ref.h>

#include <iostream>
#include <vector>

int count_if(const std::vector<int>& values, absl::FunctionRef<bool(int)> wanted) {
  int count = 0;
  for (int value : values) count += wanted(value);
  return count;
}

absl::FunctionRef<bool(int)> above(const int& limit) {
  auto test = [&limit](int value) { return value > limit; };
  return test;  // expect: H0201
}

int main() {
  const std::vector<int> values{1, 5, 9, 12};
  const int limit = 4;
  absl::FunctionRef<bool(int)> wanted = above(limit);
  std::cout << count_if(values, wanted) << '\n';
}
