// The remainder of an hour before midnight is negative.
// oracle: ubsan
#include <cstdio>
#include <initializer_list>

class Traffic {
 public:
  explicit Traffic(int zone) : zone_(zone) {}
  void seen(int utc_hour) { ++by_hour_[local(utc_hour)]; }  // expect: H0501
  int busiest() const {
    int best = 0;
    for (int hour = 1; hour < hours; ++hour) {
      if (by_hour_[hour] > by_hour_[best]) best = hour;
    }
    return best;
  }

 private:
  static constexpr int hours = 24;
  int local(int utc_hour) const { return (utc_hour - zone_) % hours; }

  int by_hour_[hours] = {};
  int zone_;
};

int main() {
  Traffic lima(5);
  for (int hour : {14, 15, 15, 2}) lima.seen(hour);
  std::printf("%d\n", lima.busiest());
}
