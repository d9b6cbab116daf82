// The string is kept.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>

class Clock {
 public:
  explicit Clock(int minutes) : minutes_(minutes) {}

  std::string describe() const {
    std::string text = std::to_string(minutes_ / 60) + " hours and ";
    return text + std::to_string(minutes_ % 60) + " minutes after midnight";
  }

  Clock later(int minutes) const { return Clock((minutes_ + minutes) % (24 * 60)); }

 private:
  int minutes_;
};

bool is_full_hour(std::string_view description) {
  return description.find(" 0 minutes") != std::string_view::npos;
}

int main() {
  Clock clock(9 * 60 + 30);
  int full_hours = 0;
  for (int turn = 0; turn < 4; ++turn) {
    clock = clock.later(45);
    const std::string description = clock.describe();
    if (is_full_hour(description)) ++full_hours;
  }
  std::cout << full_hours << '\n';
}
