// A counter is only ever added to by the function that it is passed to.
// oracle: msan

#include <cstdio>

struct Stats {
  const char* text;
  int length;
  void count(char wanted, int& found, int& last) const;
};

void Stats::count(char wanted, int& found, int& last) const {
  last = -1;
  for (int i = 0; i < length; ++i) {
    if (text[i] != wanted) continue;
    last = i;
    ++found;  // expect?: H0405
  }
}

int share(const Stats& stats, char wanted) {
  int found, last;
  stats.count(wanted, found, last);  // expect?: H0405
  if (found > 1) return last;
  return last < 0 ? 0 : 100 / stats.length;
}

int main() {
  const Stats stats{"banana", 6};
  std::printf("%d %d\n", share(stats, 'a'), share(stats, 'n'));
}
