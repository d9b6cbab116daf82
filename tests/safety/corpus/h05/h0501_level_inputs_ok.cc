// Of a compaction's two levels only level 0 has several inputs: room for all of them is made when it is level 0.
// oracle: clean
#include <cstdio>
#include <vector>

struct Compaction {
  int level;
  std::vector<int> inputs[2];
};

static int merge(const Compaction* compaction) {
  const int room = compaction->level == 0 ? static_cast<int>(compaction->inputs[0].size()) + 1 : 2;
  int* list = new int[room];
  int count = 0;
  for (int which = 0; which < 2; ++which) {
    if (compaction->inputs[which].empty()) continue;
    if (compaction->level + which == 0) {
      const std::vector<int>& files = compaction->inputs[which];
      for (std::size_t i = 0; i < files.size(); ++i) list[count++] = files[i];
    } else {
      list[count++] = static_cast<int>(compaction->inputs[which].size());
    }
  }
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += list[i];
  delete[] list;
  return sum;
}

int main() {
  const Compaction low{0, {{1, 2, 3}, {4, 5}}};
  const Compaction high{2, {{1, 2, 3}, {4, 5}}};
  std::printf("%d %d\n", merge(&low), merge(&high));
  return merge(&low) == 8 && merge(&high) == 5 ? 0 : 1;
}
