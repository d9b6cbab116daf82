// A set's iterator is advanced after clear() on a path that starts over.
// oracle: debug

#include <iostream>
#include <set>
#include <string>

class Vocabulary {
 public:
  explicit Vocabulary(std::size_t limit) : limit_(limit) {}

  void learn(const std::string& word) { words_.insert(word); }

  int common_prefixes() {
    int count = 0;
    char previous = '\0';
    for (auto word = words_.begin(); word != words_.end(); ++word) {  // expect: H0301
      if (word->front() == previous) ++count;
      previous = word->front();
      if (words_.size() > limit_) {
        forget();
      }
    }
    return count;
  }

 private:
  void forget() {
    ++forgotten_;
    words_.clear();
  }

  std::size_t limit_;
  std::set<std::string> words_;
  int forgotten_ = 0;
};

int main() {
  Vocabulary small(2);
  for (const char* word : {"allocate", "annotate", "borrow"}) small.learn(word);
  Vocabulary large(10);
  for (const char* word : {"pointer", "path", "view"}) large.learn(word);
  std::cout << small.common_prefixes() + large.common_prefixes() << '\n';
}
