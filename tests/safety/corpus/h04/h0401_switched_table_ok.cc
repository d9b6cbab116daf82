// The full table is handed to whoever writes it out, who may change the store: a new one takes its place.
// oracle: clean
#include <cstdio>
#include <memory>
#include <vector>

struct Table {
  explicit Table(int room) : room(room) {}
  bool full() const { return used >= room; }
  int room;
  int used = 0;
};

class Background {
 public:
  virtual ~Background() = default;
  virtual void run(void (*work)(void*), void* argument) = 0;
};

class Store {
 public:
  explicit Store(Background* background) : background_(background), table_(make(2)) {}
  int add(bool force) {
    int switched = 0;
    while (true) {
      if (failed_) {
        break;
      } else if (!force && !table_->full()) {
        break;
      } else if (writing_ != nullptr) {
        wait();
      } else {
        writing_ = table_;
        table_ = make(4);
        force = false;
        ++switched;
        schedule();
      }
    }
    ++table_->used;
    return switched;
  }

 private:
  Table* make(int room) {
    all_.push_back(std::make_unique<Table>(room));
    return all_.back().get();
  }
  void wait() { writing_ = nullptr; }
  void schedule() {
    if (scheduled_) {
    } else if (writing_ == nullptr && !asked_) {
    } else {
      scheduled_ = true;
      background_->run(&Store::work, this);
    }
  }
  static void work(void* store) {
    static_cast<Store*>(store)->writing_ = nullptr;
    static_cast<Store*>(store)->scheduled_ = false;
  }

  std::vector<std::unique_ptr<Table>> all_;
  Background* background_;
  Table* table_;
  Table* writing_ = nullptr;
  bool scheduled_ = false;
  bool asked_ = false;
  bool failed_ = false;
};

class Now : public Background {
 public:
  void run(void (*work)(void*), void* argument) override { work(argument); }
};

int main() {
  Now now;
  Store store(&now);
  int switched = 0;
  for (int i = 0; i < 5; ++i) switched += store.add(i == 3);
  std::printf("%d\n", switched);
  return 0;
}
