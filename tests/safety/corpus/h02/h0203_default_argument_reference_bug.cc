// The default argument is returned by reference, and it is gone after the declaration.
// oracle: asan

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
    const Theme& theme = choose(themes, contrast);        // expect?: H0203
    std::cout << contrast << ": " << theme.name << '\n';  // expect?: H0203
    shown += theme.name.size();
  }
  return shown == 0;
}
