// What each library shows goes to those who use it: they are different ones.
// oracle: clean

#include <algorithm>
#include <iostream>
#include <vector>

struct Face {
  std::vector<int> systems;
  std::vector<std::size_t> uses;
};

void append_new(std::vector<int>& list, const std::vector<int>& more) {
  for (const int system : more) {
    if (std::ranges::find(list, system) == list.end() || system < 0) list.push_back(system);
  }
}

void fill(std::vector<Face>& faces, std::size_t which) {
  Face& face = faces[which];
  for (const std::size_t used : face.uses) append_new(face.systems, faces[used].systems);
}

int main() {
  std::vector<Face> faces = {{{1, 2}, {}}, {{2, 3}, {0}}, {{-1}, {0, 1}}};
  for (std::size_t i = 0; i < faces.size(); ++i) fill(faces, i);
  std::cout << faces[2].systems.size() << '\n';
}
