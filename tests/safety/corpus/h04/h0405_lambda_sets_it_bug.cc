// The visitor sets the depth only for a leaf, and the walk of an empty folder visits none.
// oracle: msan

#include <cstdio>

struct Folder {
  const char* name;
  int files;
  const Folder* children[3];
};

template <typename Visit>
void walk(const Folder& folder, int depth, Visit&& visit) {
  for (int file = 0; file < folder.files; ++file) visit(folder, depth);
  for (const Folder* child : folder.children) {
    if (child != nullptr) walk(*child, depth + 1, visit);
  }
}

int indentation(int depth) { return depth * 2; }

int deepest_indentation(const Folder& root) {
  int deepest;
  bool first = true;
  walk(root, 0, [&](const Folder&, int depth) {
    if (first || depth > deepest) deepest = depth;
    first = false;
  });
  return indentation(deepest);  // expect: H0405
}

int main() {
  const Folder docs = {"docs", 3, {}};
  const Folder home = {"home", 1, {&docs}};
  const Folder empty = {"empty", 0, {}};
  int sum = deepest_indentation(home);
  sum += deepest_indentation(empty);
  std::printf("%d\n", sum);
}
