// Months count from one, the table from zero.
// oracle: asan
#include <array>
#include <cstdio>

struct Date {
  int year;
  int month;
  int day;
};

static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int days_in(int year, int month) {
  if (month == 2 && is_leap(year)) return 29;
  return kDays[month];  // expect: H0501
}

static Date next_day(Date date) {
  if (date.day < days_in(date.year, date.month)) return {date.year, date.month, date.day + 1};
  if (date.month < 12) return {date.year, date.month + 1, 1};
  return {date.year + 1, 1, 1};
}

int main() {
  Date date = next_day({2023, 12, 31});
  std::printf("%d-%02d-%02d\n", date.year, date.month, date.day);
  return 0;
}
