// A day is added before the remainder is taken.
// oracle: clean
#include <cstdio>
#include <initializer_list>

class Traffic {
 public:
  explicit Traffic(int zone) : zone_(zone) {}
  void seen(int utc_hour) { ++by_hour_[local(utc_hour)]; }
  int busiest() const {
    int best = 0;
    for (int hour = 1; hour < hours; ++hour) {
      if (by_hour_[hour] > by_hour_[best]) best = hour;
    }
    return best;
  }

 private:
  static constexpr int hours = 24;
  int local(int utc_hour) const { return (utc_hour - zone_ + hours) % hours; }

  int by_hour_[hours] = {};
  int zone_;
};

int main() {
  Traffic lima(5);
  for (int hour : {14, 15, 15, 2}) lima.seen(hour);
  std::printf("%d\n", lima.busiest());
}
