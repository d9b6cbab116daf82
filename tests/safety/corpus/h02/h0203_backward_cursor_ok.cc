// A library's adaptor holds a copy of the cursor that it is made of.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <vector>

struct Reading {
  int value;
};

class Cursor {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = Reading;
  using difference_type = std::ptrdiff_t;
  using pointer = const Reading*;
  using reference = const Reading&;
  Cursor() = default;
  explicit Cursor(const Reading* at) : at_(at) {}
  reference operator*() const { return *at_; }
  pointer operator->() const { return at_; }
  Cursor& operator++() { return ++at_, *this; }
  Cursor& operator--() { return --at_, *this; }
  Cursor operator--(int) { return Cursor(at_--); }
  Cursor operator++(int) { return Cursor(at_++); }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }

 private:
  const Reading* at_ = nullptr;
};

class Row {
 public:
  explicit Row(int count) {
    for (int i = 0; i < count; ++i) readings_.push_back({i});
  }
  Cursor begin() const { return Cursor(readings_.data()); }
  Cursor end() const { return Cursor(readings_.data() + readings_.size()); }

 private:
  std::vector<Reading> readings_;
};

static Row measure(int count) { return Row(count); }

int main() {
  using Backward = std::reverse_iterator<Cursor>;
  const Row row = measure(4);
  int last = row.begin()->value;
  const Row kept = measure(5);
  const auto end = Backward(kept.begin());
  for (auto at = Backward(kept.end()); at != end; ++at) last = last * 10 + at->value;
  std::printf("%d\n", last);
  return last == 43210 ? 0 : 1;
}
