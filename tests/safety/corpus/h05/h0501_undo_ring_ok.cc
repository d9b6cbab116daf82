// The position wraps when it has come to the last slot.
// oracle: clean
#include <cstdio>
#include <memory>

class UndoRing {
 public:
  explicit UndoRing(int depth) : depth_(depth), states_(new int[static_cast<unsigned>(depth)]()) {}
  void save(int state) {
    states_[static_cast<unsigned>(top_)] = state;
    top_ = top_ + 1 == depth_ ? 0 : top_ + 1;
    ++saved_;
  }
  int saved() const { return saved_; }

 private:
  int depth_;
  int top_ = 0;
  int saved_ = 0;
  std::unique_ptr<int[]> states_;
};

int main() {
  UndoRing ring(4);
  for (int edit = 0; edit < 9; ++edit) ring.save(edit * edit);
  std::printf("%d\n", ring.saved());
}
