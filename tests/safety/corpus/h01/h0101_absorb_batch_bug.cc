// absorb() really takes the batch's elements, and the caller counts them afterwards.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

struct Reading {
  int sensor;
  double value;
};

class TimeSeries {
 public:
  void absorb(std::vector<Reading>&& batch) {
    if (readings_.empty()) {
      readings_ = std::move(batch);
      return;
    }
    readings_.insert(readings_.end(), batch.begin(), batch.end());
    batch.clear();
  }

  std::size_t size() const { return readings_.size(); }

 private:
  std::vector<Reading> readings_;
};

class Ingest {
 public:
  std::size_t accept(std::vector<Reading> batch) {
    series_.absorb(std::move(batch));
    accepted_ += batch.size();  // expect: H0101
    return accepted_;
  }

  bool consistent() const { return accepted_ == series_.size(); }

 private:
  TimeSeries series_;
  std::size_t accepted_ = 0;
};

int main() {
  Ingest ingest;
  ingest.accept({{1, 20.5}, {2, 21.0}});
  ingest.accept({{1, 20.7}});
  assert(ingest.consistent());
}
