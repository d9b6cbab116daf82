// Only the bins up to the highest grade are set to zero, and all of them are searched.
// oracle: msan

#include <algorithm>
#include <cstdio>

constexpr int kBins = 8;

struct Distribution {
  int most_common;
  int count;
};

Distribution Analyze(const int* grades, int size) {
  int bins[kBins];
  int highest = 0;
  for (int i = 0; i < size; ++i) highest = std::max(highest, grades[i]);
  for (int i = 0; i <= highest; ++i) bins[i] = 0;
  for (int i = 0; i < size; ++i) ++bins[grades[i]];

  Distribution result{0, bins[0]};
  for (int bin = 1; bin < kBins; ++bin) {
    if (bins[bin] > result.count) {  // expect: H0405
      result = {bin, bins[bin]};
    }
  }
  return result;
}

int main() {
  const int grades[] = {1, 3, 3, 2, 5, 3, 1};
  Distribution distribution = Analyze(grades, 7);
  std::printf("%d (%d times)\n", distribution.most_common, distribution.count);
}
