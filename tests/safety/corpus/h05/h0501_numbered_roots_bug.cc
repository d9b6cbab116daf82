// Of the entry points there are three at most, and the fourth is asked for.
// oracle: asan
#include <cassert>
#include <memory>
#include <vector>

// Numbers in the order in which they were added.
class Numbering {
 public:
  explicit Numbering(int most) : place_(new int[most]()), members_(new int[most]()), most_(most) {}

  int size() const { return size_; }
  const int* begin() const { return members_.get(); }
  const int* end() const { return members_.get() + size_; }
  int number(int member) const { return place_[member]; }
  bool has(int member) const {
    if (static_cast<unsigned>(member) >= static_cast<unsigned>(most_)) return false;
    return static_cast<unsigned>(place_[member]) < static_cast<unsigned>(size_) &&
           members_[place_[member]] == member;
  }
  void add(int member) {
    place_[member] = size_;
    members_[size_] = member;
    ++size_;
  }

 private:
  std::unique_ptr<int[]> place_, members_;
  int most_;
  int size_ = 0;
};

class Routine {
 public:
  Routine(int start, int recover) : start_(start), recover_(recover) {}

  void link() {
    Numbering roots(length_);
    find_roots(&roots);
    std::vector<int> offsets(roots.size());
    int offset = 0;
    for (const int root : roots) {
      offsets[roots.number(root)] = offset;
      offset += 2 + root;
    }
    if (start_ == 0) {
      assert(recover_ == 0);
    } else if (start_ == recover_) {
      start_ = recover_ = offsets[1];
    } else {
      start_ = offsets[1];
      recover_ = offsets[3];  // expect: H0501
    }
  }
  int start() const { return start_; }
  int recover() const { return recover_; }

 private:
  void find_roots(Numbering* roots) const {
    roots->add(0);
    if (!roots->has(start_)) roots->add(start_);
    if (!roots->has(recover_)) roots->add(recover_);
  }

  int length_ = 16;
  int start_, recover_;
};

int main() {
  Routine apart(3, 5), same(4, 4), none(0, 0);
  apart.link();
  same.link();
  none.link();
  assert(apart.start() == 2 && apart.recover() == 7);
  assert(same.start() == 2 && same.recover() == 2 && none.start() == 0);
}
