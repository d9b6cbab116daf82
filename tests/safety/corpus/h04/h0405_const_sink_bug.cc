// The variable that is read is not the one that the object points to.
// oracle: msan

#include <cstdio>
#include <cstdlib>

struct Sink {
  void* target;
  bool (*parse)(const char* text, void* target);
};

bool ParseNumber(const char* text, void* target) {
  char* end = nullptr;
  *static_cast<long*>(target) = std::strtol(text, &end, 10);
  return end != text;
}

using Scanner = int (*)(const char* text, const Sink& first);

int Scan(const char* text, const Sink& first) { return first.parse(text, first.target) ? 1 : 0; }

Scanner g_scanner = Scan;

int main() {
  long width;
  long height;
  const int count = g_scanner("640", Sink{&width, ParseNumber});
  if (count == 1 && height > 400) std::printf("tall: %ld %ld\n", width, height);  // expect: H0405
}
