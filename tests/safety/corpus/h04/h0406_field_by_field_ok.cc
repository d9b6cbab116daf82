// The statistics begin as zeros.
// oracle: clean

#include <cstdio>

struct Statistics {
  int sent;
  int received;
  int retries;
  int timeouts;
};

struct Probe {
  int sequence;
  bool answered;
};

int Evaluate(const Probe* probes, int count) {
  Statistics statistics = {};
  statistics.sent = count;
  statistics.received = 0;
  statistics.timeouts = 0;
  for (int i = 0; i < count; ++i) {
    if (probes[i].answered) {
      ++statistics.received;
    } else {
      ++statistics.timeouts;
    }
  }
  int loss = 100 * (statistics.sent - statistics.received) / statistics.sent;
  if (loss > 50 || statistics.retries > 3) return -1;
  return loss;
}

int main() {
  const Probe probes[] = {{1, true}, {2, true}, {3, false}, {4, true}};
  std::printf("%d%% loss\n", Evaluate(probes, 4));
}
