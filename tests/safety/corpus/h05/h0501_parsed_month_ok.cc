// The number of the month is made an index first.
// oracle: clean

#include <cstdio>
#include <string>

struct Date {
  int year;
  int month;
  int day;
};

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(const Date& date) {
  static int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month < 1 || date.month > 12) return 0;
  if (date.month == 2 && leap(date.year)) return 29;
  return days[date.month - 1];
}

Date parse(const std::string& text) {
  return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))};
}

int main() {
  int total = 0;
  for (const char* text : {"2024-02-10", "2023-13-01", "2024-12-24"}) total += days_in_month(parse(text));
  std::printf("%d days\n", total);
}
