// A card is copied with its names, each of which copies its letters.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

class Name {
 public:
  explicit Name(const char* text) : letters_(new char[std::strlen(text) + 1]) { std::strcpy(letters_, text); }
  Name(const Name& other) : Name(other.letters_) {}
  Name& operator=(const Name& other) {
    if (this != &other) {
      Name copy(other);
      std::swap(letters_, copy.letters_);
    }
    return *this;
  }
  ~Name() { delete[] letters_; }

  const char* letters() const { return letters_; }

 private:
  char* letters_;
};

struct Card {
  Name first, last;
  int visits = 0;
};

struct Member : Card {
  std::shared_ptr<int> points;
};

class Book {
 public:
  void add(const Card& card) { cards_.push_back(card); }
  void add_again() { cards_.push_back(cards_.front()); }
  Card latest() const { return cards_.back(); }
  std::size_t size() const { return cards_.size(); }

 private:
  std::vector<Card> cards_;
};

int main() {
  auto book = std::make_unique<Book>();
  Card ada{Name("Ada"), Name("Lovelace")};
  book->add(ada);
  ada = Card{Name("Grace"), Name("Hopper"), 2};
  book->add(ada);
  book->add_again();
  const Card again = book->latest();
  std::printf("%s of %zu\n", again.last.letters(), book->size());
  book.reset();

  Member member{ada, std::make_shared<int>(7)};
  {
    Member guest = member;
    guest = Member{again, nullptr};
    std::printf("%s\n", guest.first.letters());
  }
  std::printf("%s %s %d\n", again.first.letters(), member.last.letters(), *member.points);
}
