// The last element is remembered when it is added.
// oracle: clean

#include <cstdio>
#include <utility>
#include <vector>

struct Record {
  long key;
  int bytes;
};

class Compactor {
 public:
  void write(long key, int bytes) {
    batch_.push_back({key, bytes});
    pending_ += bytes;
    last_ = key;
    if (pending_ >= 64) flush();
  }

  std::size_t segments() const { return segments_.size(); }
  long last() const { return last_; }

 private:
  void flush() {
    segments_.push_back(std::exchange(batch_, {}));
    pending_ = 0;
  }

  std::vector<Record> batch_;
  std::vector<std::vector<Record>> segments_;
  int pending_ = 0;
  long last_ = 0;
};

int main() {
  Compactor compactor;
  for (long key = 1; key < 10; ++key) compactor.write(key, static_cast<int>(key) * 7);
  std::printf("%zu segments, last %ld\n", compactor.segments(), compactor.last());
}
