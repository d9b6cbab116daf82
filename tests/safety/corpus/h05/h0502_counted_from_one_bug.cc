// Rows and columns count from one; the letter of the column is read without taking that off.
// oracle: debug

#include <algorithm>
#include <iostream>
#include <string_view>
#include <vector>

// How many characters must be typed, dropped or replaced to come from one word to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t change = diagonal + (a[i - 1] != b[j]);  // expect: H0502
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
      diagonal = above;
    }
  }
  return row[b.size()];
}

int main() {
  const std::vector<std::string_view> commands = {"build", "check", "test"};
  const std::string_view typed = "biuld";
  const auto nearest = std::ranges::min_element(
      commands, {}, [&](std::string_view command) { return distance(typed, command); });
  std::cout << *nearest << '\n';
}
