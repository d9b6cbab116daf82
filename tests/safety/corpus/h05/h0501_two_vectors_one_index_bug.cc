// An index into the names is used for the scores, of which there are fewer.
// oracle: debug

#include <iostream>
#include <string>
#include <vector>

class Scoreboard {
 public:
  std::size_t join(const std::string& name) {
    names_.push_back(name);
    if (names_.size() <= limit) scores_.push_back(0);
    return names_.size() - 1;
  }

  void score(const std::string& name, int points) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i] == name) scores_[i] += points;  // expect: H0501
    }
  }

  int best() const {
    int best = 0;
    for (int score : scores_) best = score > best ? score : best;
    return best;
  }

 private:
  static constexpr std::size_t limit = 2;
  std::vector<std::string> names_;
  std::vector<int> scores_;
};

int main() {
  Scoreboard board;
  for (const char* name : {"ada", "grace", "barbara"}) board.join(name);
  board.score("ada", 3);
  board.score("barbara", 5);
  std::cout << board.best() << '\n';
}
