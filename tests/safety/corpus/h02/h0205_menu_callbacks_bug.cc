// Each entry's callback refers to a variable of the loop's body that made it.
// oracle: asan

#include <functional>
#include <iostream>
#include <string>
#include <vector>

struct Entry {
  std::string label;
  std::function<void(std::ostream&)> action;
};

class Menu {
 public:
  void add(std::string label, std::function<void(std::ostream&)> action) {
    entries_.push_back({std::move(label), std::move(action)});
  }

  bool choose(std::size_t index, std::ostream& out) const {
    if (index >= entries_.size()) return false;
    entries_[index].action(out);  // expect?: H0205
    return true;
  }

 private:
  std::vector<Entry> entries_;
};

void add_recent_files(Menu& menu, const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    const std::string label = std::to_string(file.size()) + " letters: " + file;
    menu.add(file, [&label](std::ostream& out) {  // expect?: H0205
      out << "open " << label << '\n';
    });
  }
}

int main() {
  Menu menu;
  add_recent_files(menu, {"thesis-final-version-2-really.tex", "letter-to-the-editor.txt"});
  return menu.choose(1, std::cout) ? 0 : 1;  // expect?: H0205
}
