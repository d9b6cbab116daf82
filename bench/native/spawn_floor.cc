// The cheapest way to run a list of commands: posix_spawn and wait, JOBS at a time, nothing else.
//
//   spawn_floor JOBS FILE
//
// FILE holds words that end in NUL; an empty word ends a command; two empty words in a row end a stage, and a
// stage begins when the one before it has ended. The commands inherit our environment, working
// directory and streams. A build tool that runs the same commands cannot be faster than this by more than noise.
#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern char** environ;

namespace {

using Commands = std::vector<std::vector<char*>>;

/// The stages of `text`; the words point into it.
std::vector<Commands> parse(std::string& text) {
  std::vector<Commands> stages(1);
  std::vector<char*> words;
  for (char* at = text.data(); at < text.data() + text.size(); at += std::char_traits<char>::length(at) + 1) {
    if (*at != 0) {
      words.push_back(at);
    } else if (!words.empty()) {
      words.push_back(nullptr);
      stages.back().push_back(std::move(words));
      words.clear();
    } else {
      stages.emplace_back();
    }
  }
  return stages;
}

/// Waits for one child; false when it failed.
bool wait_one() {
  int status = 0;
  return waitpid(-1, &status, 0) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: spawn_floor JOBS FILE\n");
    return 2;
  }
  unsigned jobs = static_cast<unsigned>(std::atoi(argv[1]));
  std::ifstream file(argv[2], std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};

  bool ok = true;
  for (Commands& stage : parse(text)) {
    unsigned running = 0;
    for (std::vector<char*>& words : stage) {
      if (running == jobs) {
        ok &= wait_one();
        --running;
      }
      pid_t child;
      if (posix_spawnp(&child, words[0], nullptr, nullptr, words.data(), environ) != 0) {
        std::fprintf(stderr, "spawn_floor: cannot run %s\n", words[0]);
        return 1;
      }
      ++running;
    }
    for (; running > 0; --running) ok &= wait_one();
  }
  return ok ? 0 : 1;
}
