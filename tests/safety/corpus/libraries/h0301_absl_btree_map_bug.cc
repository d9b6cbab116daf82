// The slot after which a booking is put is held over the insertion: the nodes of a B-tree move their values.
// oracle: library
// pkg-config: absl_btree

#include <absl/container/btree_map.h>

#include <iostream>
#include <string>

using Calendar = absl::btree_map<int, std::string>;

int book(Calendar& calendar, int hour, const std::string& name) {
  auto next = calendar.lower_bound(hour);
  calendar.emplace(hour, name);
  if (next == calendar.end()) return -1;  // expect?: H0301
  return next->first - hour;              // expect?: H0301
}

int main() {
  Calendar calendar;
  for (int hour = 0; hour < 200; hour += 2) calendar.emplace(hour, "a rather long name of a meeting");
  int free = 0;
  for (int hour = 1; hour < 150; hour += 2) free += book(calendar, hour, "another long name of a meeting");
  std::cout << free << '\n';
}
