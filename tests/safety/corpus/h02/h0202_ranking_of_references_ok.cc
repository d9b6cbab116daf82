// The player lives in the league.
// oracle: clean

#include <algorithm>
#include <deque>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

struct Player {
  std::string name;
  int points;
};

class Ranking {
 public:
  explicit Ranking(const Player& first) { enter(first); }

  void enter(const Player& player) { entries_.push_back(std::cref(player)); }

  const Player& leader() const {
    return *std::max_element(entries_.begin(), entries_.end(),
                             [](const Player& a, const Player& b) { return a.points < b.points; });
  }

 private:
  std::vector<std::reference_wrapper<const Player>> entries_;
};

int main() {
  std::deque<Player> league;
  league.push_back({"Judit", 2735});
  league.push_back({"Yifan", 2686});

  Ranking ranking(league.front());
  ranking.enter(league.back());
  {
    Player guest{"Bobby", 2785};
    guest.points -= 100;
    league.push_back(guest);
    ranking.enter(league.back());
  }
  std::cout << ranking.leader().name << '\n';
}
