// The batch is moved into the store, and its elements stay where they are.
// oracle: clean

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

struct Record {
  std::string key;
  long value;
};

class Store {
 public:
  void commit(std::vector<Record>& batch) {
    segments_.push_back(std::move(batch));
    batch.clear();
  }

  std::size_t segments() const { return segments_.size(); }

 private:
  std::vector<std::vector<Record>> segments_;
};

const Record* largest(const std::vector<Record>& batch) {
  const Record* largest = nullptr;
  for (const Record& record : batch) {
    if (largest == nullptr || record.value > largest->value) largest = &record;
  }
  return largest;
}

int main() {
  Store store;
  std::vector<Record> batch;
  batch.push_back({"users/ada", 12});
  batch.push_back({"users/grace", 40});
  const Record* record = largest(batch);
  store.commit(batch);
  if (record == nullptr) return 1;
  std::printf("%ld in %zu segments\n", record->value, store.segments());
}
