// The element is copied to the other list and erased from the first, where the reference is to.
// oracle: asan

#include <algorithm>
#include <iostream>
#include <list>
#include <string>

struct Card {
  std::string title;
  int moves = 0;
};

class Board {
 public:
  Card& open(std::string title) { return todo_.emplace_back(Card{std::move(title)}); }

  bool start(const std::string& title) {
    const auto card =
        std::find_if(todo_.begin(), todo_.end(), [&](const Card& c) { return c.title == title; });
    if (card == todo_.end()) return false;
    doing_.push_back(*card);
    todo_.erase(card);
    return true;
  }

  std::size_t doing() const { return doing_.size(); }

 private:
  std::list<Card> todo_;
  std::list<Card> doing_;
};

int main() {
  Board board;
  Card& first = board.open("write the report about the last quarter");
  board.open("water the plants");
  if (!board.start("write the report about the last quarter")) return 1;
  ++first.moves;  // expect: H0302
  std::cout << first.title << ": " << first.moves << " of " << board.doing() << '\n';
}
