// For no samples the bounds are never written.
// oracle: msan
#include <cstdio>
#include <cstdlib>

struct Bounds {
  int low;
  int high;
};

static Bounds bounds_of(const int* samples, int count) {
  Bounds bounds;
  for (int i = 0; i < count; ++i) {
    if (i == 0 || samples[i] < bounds.low) bounds.low = samples[i];
    if (i == 0 || samples[i] > bounds.high) bounds.high = samples[i];
  }
  return bounds;
}

int main() {
  const int samples[] = {4, 9, 2};
  Bounds some = bounds_of(samples, 3);
  if (some.high - some.low > 100) std::abort();
  Bounds none = bounds_of(samples, 0);
  if (none.high - none.low > 100) std::abort();  // expect: H0405
  return 0;
}
