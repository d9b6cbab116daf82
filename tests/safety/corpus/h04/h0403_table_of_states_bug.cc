// The table has a null owner for each state, and the entry of the first is used before any was made.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Screen {
  std::string title;
  int shown = 0;
};

int show_all(const std::vector<std::string>& titles) {
  std::vector<std::unique_ptr<Screen>> screens(titles.size());
  screens[0]->shown = 1;  // expect: H0403
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!screens[i]) screens[i] = std::make_unique<Screen>(Screen{titles[i]});
    ++screens[i]->shown;
  }
  int sum = 0;
  for (const auto& screen : screens) sum += screen->shown;
  return sum;
}

int main() { std::printf("%d\n", show_all({"start", "settings"})); }
