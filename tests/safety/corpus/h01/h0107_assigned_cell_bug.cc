// A cell that takes over the text of another forgets the text that it had: nobody frees that any more.
// oracle: lsan
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

class Cell {
 public:
  Cell() : kind_(Kind::Empty), room_() {}
  explicit Cell(double number) : kind_(Kind::Number), room_{.number = number} {}
  explicit Cell(std::string text) : kind_(Kind::Text), room_{.text = new std::string(std::move(text))} {}  // expect: H0107
  Cell(Cell&& other) noexcept : kind_(std::exchange(other.kind_, Kind::Empty)), room_(other.room_) {}
  Cell& operator=(Cell&& other) noexcept {
    if (this == &other) return *this;
    kind_ = other.kind_;
    room_ = other.room_;
    other.kind_ = Kind::Empty;
    return *this;
  }
  ~Cell() { clear(); }

  const std::string& text() const { return *room_.text; }
  double number() const { return room_.number; }

 private:
  enum class Kind { Empty, Number, Text };
  union Room {
    std::string* text;
    double number;
  };

  void clear() {
    if (kind_ == Kind::Text) delete room_.text;
    kind_ = Kind::Empty;
  }

  Kind kind_;
  Room room_;
};

struct Row {
  Cell name;
  Cell amount;
};

Row read_row(const std::string& name, double amount) {
  Row row;
  row.name = Cell(name);
  row.amount = Cell(amount);
  return row;
}

}  // namespace

int main() {
  const Row row = read_row("freight", 12.5);
  Cell title(std::string("draft"));
  title = Cell(std::string("title"));
  std::printf("%s: %s %.1f\n", title.text().c_str(), row.name.text().c_str(), row.amount.number());
}
