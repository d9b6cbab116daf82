// The slot after the booking is looked up again.
// oracle: clean
// pkg-config: absl_btree

#include <absl/container/btree_map.h>

#include <iostream>
#include <string>

using Calendar = absl::btree_map<int, std::string>;

int book(Calendar& calendar, int hour, const std::string& name) {
  calendar.emplace(hour, name);
  auto next = calendar.upper_bound(hour);
  if (next == calendar.end()) return -1;
  return next->first - hour;
}

int main() {
  Calendar calendar;
  for (int hour = 0; hour < 200; hour += 2) calendar.emplace(hour, "a rather long name of a meeting");
  int free = 0;
  for (int hour = 1; hour < 150; hour += 2) free += book(calendar, hour, "another long name of a meeting");
  std::cout << free << '\n';
}
