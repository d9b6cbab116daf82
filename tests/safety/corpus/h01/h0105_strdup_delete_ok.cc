// The name is freed with free().
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <cstring>

class Thread {
 public:
  explicit Thread(const char* name) : name_(strdup(name)) {}
  Thread(const Thread&) = delete;
  Thread& operator=(const Thread&) = delete;
  ~Thread() {
    if (name_ != nullptr) {
      std::free(name_);
    }
  }

  void rename(const char* name) {
    char* copy = strdup(name);
    std::free(name_);
    name_ = copy;
  }

  int compare(const Thread& other) const { return std::strcmp(name_, other.name_); }
  const char* name() const { return name_; }

 private:
  char* name_;
};

const char* first_by_name(const Thread& a, const Thread& b) { return a.compare(b) < 0 ? a.name() : b.name(); }

int main() {
  Thread reader("reader");
  Thread writer("writer");
  reader.rename("zz-reader");
  std::printf("%s\n", first_by_name(reader, writer));
}
