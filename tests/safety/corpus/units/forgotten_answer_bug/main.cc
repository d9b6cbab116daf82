// Another unit allocates the answer; on the early return nobody frees it.
// oracle: lsan
#include <cstdio>

#include "answer.h"

static int show(const std::string& question) {
  Answer* answer = ask(question);  // expect: H0107
  if (answer->status != 200) return 1;
  std::printf("%s\n", answer->body.c_str());
  delete answer;
  return 0;
}

int main() { return show("why") == 0 && show("") == 1 ? 0 : 2; }
