// The reference to the selected theme is into a vector that reload() replaces.
// oracle: asan

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

struct Theme {
  std::string name;
  int accent;
};

class Themes {
 public:
  explicit Themes(int version) { load(version); }

  const Theme& selected() const { return themes_[selected_]; }

  void reload(int version) { load(version); }

  bool select(const std::string& name) {
    for (std::size_t i = 0; i < themes_.size(); ++i) {
      if (themes_[i].name != name) continue;  // expect?: H0302
      selected_ = i;
      return true;
    }
    return false;
  }

 private:
  void load(int version) {
    std::vector<Theme> fresh;
    for (int i = 0; i < 3; ++i) {
      fresh.push_back({"the theme with the number " + std::to_string(i * version), i});
    }
    std::swap(themes_, fresh);
    selected_ = 0;
  }

  std::vector<Theme> themes_;
  std::size_t selected_ = 0;
};

int main() {
  Themes themes(2);
  themes.select("the theme with the number 4");
  const std::string& name = themes.selected().name;
  themes.reload(4);
  std::printf("%s\n", themes.select(name) ? "kept" : "lost");  // expect?: H0302
}
