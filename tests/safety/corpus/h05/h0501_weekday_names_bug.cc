// The days are numbered from one, and so is the last.
// oracle: ubsan
#include <cstdio>
#include <string>

class Calendar {
 public:
  explicit Calendar(int first) : first_(first) {}
  const char* weekday(int day) const {
    static const char* const names[7] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const int weekday = (day + first_) % 7 + 1;
    return names[weekday];  // expect: H0501
  }

 private:
  int first_;
};

int main() {
  const Calendar june(5);
  std::string week;
  for (int day = 0; day < 7; ++day) week += june.weekday(day);
  std::printf("%s\n", week.c_str());
}
