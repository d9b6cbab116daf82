// An iterator of the outer vector is used after the outer vector grew.
// oracle: asan

#include <cstdio>
#include <vector>

class Timetable {
 public:
  explicit Timetable(int days) : days_(static_cast<std::size_t>(days)) {}

  void book(int day, int hour) { days_[static_cast<std::size_t>(day)].push_back(hour); }

  int extend_after_first_busy(int extra) {
    auto day = days_.begin();
    while (day != days_.end() && day->empty()) ++day;
    if (day == days_.end()) return -1;
    for (int i = 0; i < extra; ++i) days_.emplace_back();
    const int first = day->front();  // expect: H0301
    days_.back().push_back(first);
    return first;
  }

  std::size_t days() const { return days_.size(); }

 private:
  std::vector<std::vector<int>> days_;
};

int main() {
  Timetable week(5);
  week.book(2, 14);
  week.book(2, 9);
  const int hour = week.extend_after_first_busy(2);
  std::printf("%d %zu\n", hour, week.days());
}
