// What is left of a status whose details were dropped is used.
// oracle: asan
#include <cstdint>
#include <cstdio>

struct Details {
  int code;
  int* extra;
};

class Status {
 public:
  explicit Status(int code) : word_(static_cast<std::uintptr_t>(code) * 0) {}
  Status(const Status&) = delete;
  Status& operator=(const Status&) = delete;
  ~Status() {
    if (!is_inline(word_)) delete details(word_);
  }
  void attach(int* extra) {
    make_room();
    details(word_)->extra = extra;
  }
  int bump() {
    int* const seen = extra();
    if (seen == nullptr) return -1;
    drop();
    return ++*extra();  // expect: H0401
  }

 private:
  static bool is_inline(std::uintptr_t word) { return (word & 1) == 0; }
  static Details* details(std::uintptr_t word) { return reinterpret_cast<Details*>(word - 1); }
  void make_room() {
    if (!is_inline(word_)) return;
    word_ = reinterpret_cast<std::uintptr_t>(new Details{static_cast<int>(word_ >> 1), nullptr}) + 1;
  }
  void drop() {
    if (is_inline(word_)) return;
    delete details(word_);
    word_ = 0;
  }
  int* extra() { return word_ == 0 ? nullptr : details(word_)->extra; }

  std::uintptr_t word_;
};

int main() {
  Status status(5);
  int retries = 1;
  const int before = status.bump();
  status.attach(&retries);
  std::printf("%d %d\n", before, status.bump());
  return retries == 2 ? 0 : 1;
}
