// The first rotation swaps the active segment with a spare that does not exist yet.
// oracle: asan

#include <cstdio>
#include <memory>
#include <vector>

class Segment {
 public:
  bool append(int record) {
    if (records_.size() == 3) return false;
    records_.push_back(record);
    return true;
  }
  void clear() { records_.clear(); }
  std::size_t size() const { return records_.size(); }

 private:
  std::vector<int> records_;
};

class Journal {
 public:
  void append(int record) {
    if (active_->append(record)) return;
    flushed_ += active_->size();
    rotate();
    active_->append(record);  // expect: H0403
  }

  std::size_t flushed() const { return flushed_; }

 private:
  void rotate() {
    active_.swap(spare_);
    if (active_) active_->clear();
  }

  std::unique_ptr<Segment> active_ = std::make_unique<Segment>();
  std::unique_ptr<Segment> spare_;
  std::size_t flushed_ = 0;
};

int main() {
  Journal journal;
  for (int record = 0; record < 8; ++record) journal.append(record);
  std::printf("%zu records flushed\n", journal.flushed());
}
