// A function that is told where it stands ensures that the entry is there.
// oracle: clean
#include <cstdio>
#include <cstdlib>
#include <string>

struct Entry {
  std::string key;
  int value = 0;
};

class Sink {
 public:
  virtual ~Sink() = default;
  virtual void failed(const char* file, int line, const std::string& text) = 0;
};

class Abort : public Sink {
 public:
  void failed(const char* file, int line, const std::string& text) override {
    std::fprintf(stderr, "%s:%d: %s\n", file, line, text.c_str());
    std::abort();
  }
};

static Sink& sink() {
  static Abort abort;
  return abort;
}

static void ensure(bool condition, const char* file, int line, const std::string& text) {
  if (!condition) sink().failed(file, line, text);
}

class Table {
 public:
  Table() {
    entries_[0] = {"width", 80};
    entries_[1] = {"height", 24};
  }
  Entry* find(const std::string& key) {
    for (Entry& entry : entries_) {
      if (entry.key == key) return &entry;
    }
    return nullptr;
  }
  int value(const std::string& key) {
    Entry* entry = find(key);
    ensure(entry != nullptr, __FILE__, __LINE__, "no entry " + key);
    if (entry == nullptr) std::puts("never seen");
    return entry->value;
  }

 private:
  Entry entries_[2];
};

int main() {
  Table table;
  int sum = table.value("width") + table.value("height");
  std::printf("%d\n", sum);
  return sum == 104 ? 0 : 1;
}
