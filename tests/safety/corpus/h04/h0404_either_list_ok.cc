// Of two lists, each is searched and its own end is asked for.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <vector>

struct Build {
  std::vector<int> inputs;
  std::vector<int> watched;
};

int first_changed(const Build& build, const std::vector<bool>& changed) {
  for (const std::vector<int>* files : {&build.inputs, &build.watched}) {
    const auto found = std::find_if(files->begin(), files->end(), [&](int file) {
      return changed[file] || (files == &build.watched && file == 0);
    });
    if (found == files->end()) continue;
    return *found;
  }
  return -1;
}

int main() {
  const std::vector<bool> changed = {false, false, true, false};
  std::cout << first_changed({{1, 2}, {}}, changed) << '\n';
  std::cout << first_changed({{1}, {3, 1, 1, 1}}, changed) << '\n';
}
