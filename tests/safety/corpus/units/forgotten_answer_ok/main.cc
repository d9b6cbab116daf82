// The answer is freed on the early return too.
// oracle: clean
#include <cstdio>

#include "answer.h"

static int show(const std::string& question) {
  Answer* answer = ask(question);
  if (answer->status != 200) {
    delete answer;
    return 1;
  }
  std::printf("%s\n", answer->body.c_str());
  delete answer;
  return 0;
}

int main() { return show("why") == 0 && show("") == 1 ? 0 : 2; }
