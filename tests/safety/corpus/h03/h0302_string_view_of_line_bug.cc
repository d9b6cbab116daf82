// The tokens look into the line, which is read anew for each.
// oracle: asan
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

class Tokenizer {
 public:
  void load(const char* text) { line_.assign(text); }
  std::string_view first_word() const {
    std::size_t space = line_.find(' ');
    return std::string_view(line_).substr(0, space);
  }

 private:
  std::string line_;
};

int main() {
  const char* lines[] = {"GET /index.html and a very long line that is on the heap",
                         "HEAD /other.html and another line, still longer than the one that came before it, by far"};
  Tokenizer tokenizer;
  std::vector<std::string_view> verbs;
  for (const char* line : lines) {
    tokenizer.load(line);
    verbs.push_back(tokenizer.first_word());
  }
  for (std::string_view verb : verbs) std::putchar(verb.front());  // expect: H0302
  return 0;
}
