// Room is reserved for the players, but there are none yet when scores are written.
// oracle: debug
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

class ScoreBoard {
 public:
  explicit ScoreBoard(std::vector<std::string> players) : players_(std::move(players)) {
    scores_.reserve(players_.size());
  }

  void reset() {
    for (std::size_t i = 0; i < players_.size(); ++i) {
      scores_[i] = 0;  // expect: H0501
    }
  }

  void print() const {
    for (std::size_t i = 0; i < scores_.size(); ++i) std::printf("%s %d\n", players_[i].c_str(), scores_[i]);
  }

 private:
  std::vector<std::string> players_;
  std::vector<int> scores_;
};

int main() {
  ScoreBoard board({"ann", "bob", "cleo"});
  board.reset();
  board.print();
  return 0;
}
