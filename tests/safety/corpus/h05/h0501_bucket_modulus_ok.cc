// The numbers are spread over as many buckets as there are.
// oracle: clean

#include <cstdio>

class Buckets {
 public:
  void tally(unsigned hash) { ++tallies_[hash % 16]; }

  unsigned most() const {
    unsigned most = 0;
    for (const unsigned one : tallies_) most = one > most ? one : most;
    return most;
  }

 private:
  unsigned tallies_[16] = {};
};

int main() {
  auto* buckets = new Buckets;
  for (unsigned hash = 0; hash < 1000; ++hash) buckets->tally(hash);
  std::printf("%u\n", buckets->most());
  delete buckets;
}
