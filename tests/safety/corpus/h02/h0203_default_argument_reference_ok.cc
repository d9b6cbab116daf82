// The result is a copy.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Theme {
  std::string name = "the theme that everybody starts with";
  int contrast = 50;
};

const Theme& choose(const std::vector<Theme>& themes, int contrast, const Theme& otherwise = Theme()) {
  const Theme* best = nullptr;
  for (const Theme& theme : themes) {
    if (theme.contrast < contrast) continue;
    if (best == nullptr || theme.contrast < best->contrast) best = &theme;
  }
  return best != nullptr ? *best : otherwise;
}

int main() {
  std::vector<Theme> themes;
  themes.push_back({"dusk", 40});
  themes.push_back({"noon", 80});

  std::size_t shown = 0;
  for (int contrast : {30, 60, 90}) {
    const Theme theme = choose(themes, contrast);
    std::cout << contrast << ": " << theme.name << '\n';
    shown += theme.name.size();
  }
  return shown == 0;
}
