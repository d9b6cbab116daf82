// A snapshot is always an array, of one record or of all.
// oracle: clean

#include <cstddef>
#include <cstdio>

struct Record {
  int key;
  int value;
};

class Table {
 public:
  ~Table() { discard(); }

  void set(int key, int value) { records_[key] = {key, value}; }
  int get(int key) const { return records_[key].value; }

  void snapshot(int key) {
    discard();
    saved_ = new Record[1]{records_[key]};
    count_ = 1;
  }

  void snapshot_all() {
    discard();
    saved_ = new Record[kRecords];
    for (std::size_t i = 0; i < kRecords; ++i) saved_[i] = records_[i];
    count_ = kRecords;
  }

  void rollback() {
    for (std::size_t i = 0; i < count_; ++i) records_[saved_[i].key] = saved_[i];
    discard();
  }

 private:
  static constexpr std::size_t kRecords = 4;

  void discard() {
    delete[] saved_;
    saved_ = nullptr;
    count_ = 0;
  }

  Record records_[kRecords] = {{0, 0}, {1, 0}, {2, 0}, {3, 0}};
  Record* saved_ = nullptr;
  std::size_t count_ = 0;
};

int main() {
  Table table;
  table.set(2, 20);
  table.snapshot(2);
  table.set(2, 99);
  table.rollback();
  std::printf("%d\n", table.get(2));
}
