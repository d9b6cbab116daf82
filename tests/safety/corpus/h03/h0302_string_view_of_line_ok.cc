// The tokens are copies.
// oracle: clean
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

class Tokenizer {
 public:
  void load(const char* text) { line_.assign(text); }
  std::string first_word() const {
    std::size_t space = line_.find(' ');
    return line_.substr(0, space);
  }

 private:
  std::string line_;
};

int main() {
  const char* lines[] = {"GET /index.html and a very long line that is on the heap",
                         "HEAD /other.html and another line, still longer than the one that came before it, by far"};
  Tokenizer tokenizer;
  std::vector<std::string> verbs;
  for (const char* line : lines) {
    tokenizer.load(line);
    verbs.push_back(tokenizer.first_word());
  }
  for (const std::string& verb : verbs) std::printf("%s\n", verb.c_str());
  return 0;
}
