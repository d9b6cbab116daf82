// A counter begins at zero before it is passed to what adds to it.
// oracle: clean

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
    ++found;
  }
}

int share(const Stats& stats, char wanted) {
  int found = 0, last;
  stats.count(wanted, found, last);
  if (found > 1) return last;
  return last < 0 ? 0 : 100 / stats.length;
}

int main() {
  const Stats stats{"banana", 6};
  std::printf("%d %d\n", share(stats, 'a'), share(stats, 'n'));
}
