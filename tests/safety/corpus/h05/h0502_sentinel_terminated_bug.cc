// The table has no sentinel at its end.
// oracle: asan
#include <cstdio>
#include <cstring>

struct Keyword {
  const char* name;
  int token;
};

static const Keyword kKeywords[] = {
    {"if", 1},
    {"else", 2},
    {"while", 3},
};

static int lookup(const char* word) {
  for (const Keyword* keyword = kKeywords; keyword->name != nullptr; ++keyword) {  // expect: H0502
    if (std::strcmp(keyword->name, word) == 0) return keyword->token;
  }
  return 0;
}

int main() {
  std::printf("%d\n", lookup("else"));
  std::printf("%d\n", lookup("return"));
  return 0;
}
