// A release that has two numbers passes, and its third number is read all the same.
// oracle: msan
#include <cstdio>

class Verdict {
 public:
  explicit Verdict(bool passed, const char* what = "") : passed_(passed), what_(what) {}
  explicit operator bool() const { return passed_; }
  const char* what() const { return what_; }

 private:
  bool passed_;
  const char* what_;
};

Verdict passed() { return Verdict(true); }
Verdict failed(const char* what) { return Verdict(false, what); }

template <class Expected, class Actual>
Verdict compared(const char* what, const Expected& expected, const Actual& actual) {
  if (expected == actual) return passed();
  return failed(what);
}

struct Equal {
  template <class Expected, class Actual>
  static Verdict check(const char* what, const Expected& expected, const Actual& actual) {
    return compared(what, expected, actual);
  }
};

struct Release {
  int year = 0;
  int month = 0;
  int patch = 0;
};

bool read_release(const char* text, int year, Release& release) {
  int read_year, month, patch;
  const Verdict whole = Equal::check("fields", 2, std::sscanf(text, "%d.%d.%d", &read_year, &month, &patch));
  if (!whole) {
    std::printf("%s: %s\n", text, whole.what());
    return false;
  }
  if (const Verdict expected = Equal::check("year", year, read_year); !expected) return false;
  release = {year, month, patch > 0 ? patch : 0};  // expect: H0405
  return true;
}

int main() {
  Release release;
  const bool first = read_release("2024.7.1", 2024, release);
  const bool second = read_release("2025.11", 2025, release);
  std::printf("%d.%d.%d\n", release.year, release.month, release.patch);
  return first && !second && release.patch == 1 ? 0 : 1;
}
