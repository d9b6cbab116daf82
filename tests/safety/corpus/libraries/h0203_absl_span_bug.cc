// A span is made of the vector that a function returns, which is gone at the end of the line.
// oracle: asan
// pkg-config: absl_span

#include <absl/types/span.h>

#include <iostream>
#include <vector>

std::vector<int> readings(int count) {
  std::vector<int> all;
  for (int i = 0; i < count; ++i) all.push_back(i * i);
  return all;
}

int peak(absl::Span<const int> values) {
  int highest = values[0];
  for (int value : values) highest = value > highest ? value : highest;
  return highest;
}

int main(int argc, char**) {
  const absl::Span<const int> window = absl::Span<const int>(readings(argc + 20)).subspan(2);
  std::cout << peak(window) << '\n';  // expect: H0203
}
