// A row that ended with its expression is gone through backwards.
// oracle: asan
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
  const Cursor begin = measure(4).begin();
  int last = begin->value;  // expect: H0203
  const Row kept = measure(5);
  const auto end = Backward(kept.begin());
  for (auto at = Backward(kept.end()); at != end; ++at) last = last * 10 + at->value;
  std::printf("%d\n", last);
  return last == 43210 ? 0 : 1;
}
