// Whether the loop has found something is asked before the iterator is used.
// oracle: clean

#include <cstdio>
#include <list>
#include <string>

struct MenuItem {
  std::string label;
  char shortcut;
  int uses = 0;
};

class Menu {
 public:
  void add(std::string label, char shortcut) { items_.push_back({std::move(label), shortcut}); }

  // Moves the chosen item to the front, where it is found again.
  int choose(char key) {
    auto chosen = items_.begin();
    for (; chosen != items_.end(); ++chosen) {
      if (chosen->shortcut == key) break;
    }
    if (chosen == items_.end()) return 0;
    int uses = ++chosen->uses;
    items_.splice(items_.begin(), items_, chosen);
    return uses;
  }

  const std::string& first() const { return items_.front().label; }

 private:
  std::list<MenuItem> items_;
};

int main() {
  Menu menu;
  menu.add("Open", 'o');
  menu.add("Save", 's');
  int uses = menu.choose('s');
  uses += menu.choose('s');
  uses += menu.choose('x');
  std::printf("%d %s\n", uses, menu.first().c_str());
}
