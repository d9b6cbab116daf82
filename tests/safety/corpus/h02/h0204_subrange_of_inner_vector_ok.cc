// The vector is declared beside the subrange.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <ranges>
#include <vector>

struct Booking {
  int day;
  int guests;
};

std::vector<Booking> repeat(const Booking& booking, int days) {
  std::vector<Booking> result;
  for (int day = 0; day < days; ++day) result.push_back({booking.day + day, booking.guests});
  return result;
}

int busiest(const std::vector<Booking>& fixed, const Booking* weekly) {
  std::ranges::subrange range(fixed.begin(), fixed.end());
  std::vector<Booking> expanded;
  if (weekly != nullptr) {
    expanded = repeat(*weekly, 7);
    expanded.insert(expanded.end(), fixed.begin(), fixed.end());
    range = std::ranges::subrange(expanded.cbegin(), expanded.cend());
  }
  int most = 0;
  for (const Booking& booking : range | std::views::take(20)) {
    most = std::max(most, booking.guests);
  }
  return most;
}

int main() {
  const std::vector<Booking> fixed = {{1, 2}, {3, 4}};
  const Booking choir{2, 30};
  std::cout << busiest(fixed, nullptr) << ' ' << busiest(fixed, &choir) << '\n';
}
