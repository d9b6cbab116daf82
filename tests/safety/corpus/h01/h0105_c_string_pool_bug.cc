// What strdup made is deleted.
// oracle: asan
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

class NamePool {
 public:
  const char* intern(const char* name) {
    for (char* known : names_) {
      if (std::strcmp(known, name) == 0) return known;
    }
    names_.push_back(strdup(name));
    return names_.back();
  }
  ~NamePool() {
    for (char* name : names_) delete[] name;  // expect: H0105
  }

 private:
  std::vector<char*> names_;
};

int main() {
  NamePool pool;
  const char* first = pool.intern("width");
  const char* second = pool.intern("width");
  std::printf("%d\n", first == second);
  return 0;
}
