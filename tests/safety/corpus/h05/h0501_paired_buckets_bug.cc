// Halves of buckets are exchanged from the end on, eight at a time: the last round goes below the first.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <utility>

constexpr std::size_t kBuckets = 56;

static void spread(unsigned (&buckets)[kBuckets]) {
  std::size_t to = kBuckets;
  while (to > 7) {
    to -= 4;
    std::size_t from = to >> 1;
    std::swap(buckets[--to], buckets[--from]);
    std::swap(buckets[--to], buckets[--from]);
    std::swap(buckets[--to], buckets[--from]);  // expect?: H0501
    std::swap(buckets[--to], buckets[--from]);  // expect?: H0501
  }
}

int main() {
  unsigned buckets[kBuckets];
  for (std::size_t i = 0; i < kBuckets; ++i) buckets[i] = static_cast<unsigned>(i);
  spread(buckets);
  std::printf("%u\n", buckets[4]);
  return buckets[4] == 0 ? 0 : 1;
}
