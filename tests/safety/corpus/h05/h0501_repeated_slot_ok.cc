// A slot that was refilled is looked at again: the index goes back below 0, and round to 0 with the next step.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <vector>

class Slots {
 public:
  explicit Slots(std::size_t count) : marks_(count, 2) {}
  int sweep() {
    int swept = 0;
    for (std::size_t i = 0; i != marks_.size(); ++i) {
      if (marks_[i] == 0) continue;
      --marks_[i];
      ++swept;
      --i;
    }
    return swept;
  }

 private:
  std::vector<int> marks_;
};

static int drain(int* marks, std::size_t count) {
  int steps = 0;
  for (std::size_t i = 0; i != count; ++i) {
    if (marks[i] > 0) {
      --marks[i];
      ++steps;
      --i;
    }
  }
  return steps;
}

int main() {
  Slots slots(3);
  int marks[] = {1, 2, 0};
  const int all = slots.sweep() + drain(marks, 3);
  std::printf("%d\n", all);
  return all == 9 ? 0 : 1;
}
