// A reading that is neither low nor high leaves the level without a value.
// oracle: msan

#include <cstdio>

struct Thresholds {
  int low;
  int high;
};

class Alarm {
 public:
  explicit Alarm(Thresholds thresholds) : thresholds_(thresholds) {}

  void feed(int reading, bool maintenance) {
    int level;
    if (maintenance) {
      level = 0;
    } else if (reading < thresholds_.low) {
      level = -1;
    } else if (reading > thresholds_.high) {
      level = 1;
    }
    if (level != last_level_) {  // expect: H0405
      ++changes_;
      last_level_ = level;
    }
  }

  int changes() const { return changes_; }

 private:
  Thresholds thresholds_;
  int last_level_ = 0;
  int changes_ = 0;
};

int main() {
  Alarm alarm({10, 90});
  alarm.feed(95, false);
  alarm.feed(5, false);
  alarm.feed(50, true);
  alarm.feed(50, false);
  std::printf("%d changes\n", alarm.changes());
}
