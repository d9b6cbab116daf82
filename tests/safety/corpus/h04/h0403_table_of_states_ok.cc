// The entry of the first state is made before it is used.
// oracle: clean

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
  screens[0] = std::make_unique<Screen>(Screen{titles[0]});
  screens[0]->shown = 1;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!screens[i]) screens[i] = std::make_unique<Screen>(Screen{titles[i]});
    ++screens[i]->shown;
  }
  int sum = 0;
  for (const auto& screen : screens) sum += screen->shown;
  return sum;
}

int main() { std::printf("%d\n", show_all({"start", "settings"})); }
