// The table begins with all entries unused.
// oracle: clean

#include <array>
#include <cstdio>
#include <cstring>

struct Entry {
  char name[12];
  int value;
  bool used;
};

class Registers {
 public:
  void define(const char* name, int value) {
    Entry& entry = entries_[size_++];
    std::snprintf(entry.name, sizeof entry.name, "%s", name);
    entry.value = value;
    entry.used = true;
  }

  int lookup(const char* name) const {
    for (const Entry& entry : entries_) {
      if (!entry.used) break;
      if (std::strcmp(entry.name, name) == 0) return entry.value;
    }
    return -1;
  }

 private:
  std::array<Entry, 6> entries_ = {};
  int size_ = 0;
};

int run() {
  Registers registers;
  registers.define("pc", 0x100);
  registers.define("sp", 0x7fff);
  int sum = registers.lookup("sp");
  sum += registers.lookup("lr");
  return sum;
}

int main() { std::printf("%d\n", run()); }
