// The start time is taken for a profiled call and read for a slow-log call.
// oracle: msan

#include <cstdio>

struct Clock {
  long now = 1000;
  long tick() { return now += 7; }
};

struct Options {
  bool profile;
  bool slow_log;
};

struct Totals {
  long spent = 0;
  int slow = 0;
};

long work(Clock& clock, int rounds) {
  long sum = 0;
  for (int i = 0; i < rounds; ++i) sum += clock.tick() % 5;
  return sum;
}

long timed_call(Clock& clock, const Options& options, Totals& totals, int rounds) {
  long start;
  if (options.profile) start = clock.tick();
  long result = work(clock, rounds);
  if (options.profile) totals.spent += clock.tick() - start;
  if (options.slow_log && clock.now - start > 50) {  // expect: H0405
    ++totals.slow;
  }
  return result;
}

int main() {
  Clock clock;
  Totals totals;
  long sum = timed_call(clock, {true, true}, totals, 10);
  sum += timed_call(clock, {false, false}, totals, 3);
  sum += timed_call(clock, {false, true}, totals, 3);
  std::printf("%ld %ld %d\n", sum, totals.spent, totals.slow);
}
