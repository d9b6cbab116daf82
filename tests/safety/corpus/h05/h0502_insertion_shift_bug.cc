// The loop that makes room starts by writing behind the last slot of a full table.
// oracle: asan

#include <cstdio>
#include <memory>

struct Score {
  int points;
  char initials[4];
};

class HighScores {
 public:
  explicit HighScores(int capacity)
      : capacity_(capacity), scores_(new Score[static_cast<unsigned>(capacity)]()) {}

  int enter(int points, char initial) {
    int rank = 0;
    while (rank < used_ && scores_[static_cast<unsigned>(rank)].points >= points) ++rank;
    if (rank == capacity_) return -1;
    Score* table = scores_.get();
    for (int i = used_; i > rank; --i) {
      table[i] = table[i - 1];  // expect: H0502
    }
    table[rank] = {points, {initial, initial, initial, '\0'}};
    if (used_ < capacity_) ++used_;
    return rank;
  }

 private:
  int capacity_;
  int used_ = 0;
  std::unique_ptr<Score[]> scores_;
};

int main() {
  HighScores scores(3);
  int rank = 0;
  for (int points : {300, 100, 200, 250}) rank = scores.enter(points, 'a');
  std::printf("rank %d, %d\n", rank, scores.enter(50, 'b'));
}
