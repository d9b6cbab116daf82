// The last element has no neighbour.
// oracle: debug
#include <cstdio>
#include <utility>
#include <vector>

template <typename T>
static int bubble_sort(std::vector<T>& values) {
  int swaps = 0;
  bool sorted = false;
  while (!sorted) {
    sorted = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i + 1] < values[i]) {  // expect: H0502
        std::swap(values[i], values[i + 1]);
        ++swaps;
        sorted = false;
      }
    }
  }
  return swaps;
}

int main() {
  std::vector<int> values = {3, 1, 2};
  std::printf("%d\n", bubble_sort(values));
  return 0;
}
