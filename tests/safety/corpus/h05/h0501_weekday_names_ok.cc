// One is taken off before the table is looked at.
// oracle: clean
#include <cstdio>
#include <string>

class Calendar {
 public:
  explicit Calendar(int first) : first_(first) {}
  const char* weekday(int day) const {
    static const char* const names[7] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const int weekday = (day + first_) % 7;
    return names[weekday];
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
