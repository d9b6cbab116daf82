// A test gives up where something is not as it must be, and frees what it allocated where it goes on.
// oracle: clean
#include <cstdio>
#include <cstring>

class Outcome {
 public:
  explicit Outcome(bool good) : good_(good) {}
  operator bool() const { return good_; }

 private:
  bool good_;
};

class Failure {
 public:
  Failure(const char* file, int line, const char* text) { std::printf("%s:%d: %s\n", file, line, text); }
};

struct Report {
  void operator=(const Failure&) const {}
};

#define REQUIRE(condition)                        \
  if (const Outcome outcome = Outcome(condition)) \
    ;                                             \
  else                                            \
    return Report() = Failure(__FILE__, __LINE__, #condition)

static int passed = 0;

static void writes_large(const char* text, std::size_t room) {
  char* scratch = new char[room];
  REQUIRE(text != nullptr);
  REQUIRE(std::strlen(text) < room);
  std::strcpy(scratch, text);
  REQUIRE(scratch[0] == text[0]);
  ++passed;
  delete[] scratch;
}

static void writes_twice(const char* text, std::size_t room) {
  char* scratch = new char[room];
  if (std::strlen(text) >= room) {
    delete[] scratch;
    return;
  }
  std::strcpy(scratch, text);
  REQUIRE(scratch[0] == text[0]);
  ++passed;
  delete[] scratch;
  REQUIRE(passed > 0);
}

int main() {
  writes_large("first", 16);
  writes_twice("second", 16);
  writes_twice("the third is too long", 8);
  std::printf("%d\n", passed);
  return passed == 2 ? 0 : 1;
}
