// A name is copied as it stands, so that two cards own the same letters.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <utility>

class Name {
 public:
  explicit Name(const char* text) : letters_(new char[std::strlen(text) + 1]) { std::strcpy(letters_, text); }
  Name(Name&& other) noexcept : letters_(std::exchange(other.letters_, nullptr)) {}
  Name(const Name& other) = default;
  Name& operator=(const Name& other) = default;
  ~Name() { delete[] letters_; }  // expect?: H0102

  const char* letters() const { return letters_; }

 private:
  char* letters_;
};

struct Card {
  Name first, last;
  int visits = 0;
};

std::size_t visits_of(const Card& card) {
  Card visiting = card;
  ++visiting.visits;
  return std::strlen(visiting.last.letters());
}  // expect?: H0102

int main() {
  Card ada{Name("Ada"), Name("Lovelace")};
  const std::size_t length = visits_of(ada);
  std::printf("%zu of %s\n", length, ada.last.letters());  // expect?: H0103
}  // expect?: H0102
