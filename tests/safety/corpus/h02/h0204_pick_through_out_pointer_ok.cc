// The candidates are declared before the block.
// oracle: clean

#include <cstdio>
#include <vector>

struct Move {
  int from;
  int to;
  int score;
};

void pick(const std::vector<Move>& moves, const Move** best) {
  for (const Move& move : moves) {
    if (*best == nullptr || move.score > (*best)->score) *best = &move;
  }
}

class Engine {
 public:
  explicit Engine(int skill) : skill_(skill) {}

  int play(int square) const {
    const Move resign{square, square, -100};
    const Move* best = &resign;
    std::vector<Move> candidates;
    if (skill_ > 0) {
      for (int step = 1; step <= skill_; ++step) candidates.push_back({square, square + step, step * 7 % 5});
      pick(candidates, &best);
    }
    return best->to - best->from;
  }

 private:
  int skill_;
};

int main() {
  std::printf("%d\n", Engine(0).play(12));
  std::printf("%d\n", Engine(4).play(12));
}
