// What the pointer is to is read before the lambda is called.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

class Wordlist {
 public:
  void add(std::string word) { words_.push_back(std::move(word)); }

  std::size_t pad(std::size_t count) {
    const auto add_padding = [this](std::size_t length) { words_.push_back(std::string(length, '-')); };
    const std::string* longest = longest_word();
    if (longest == nullptr) return 0;
    const std::size_t length = longest->size();
    for (std::size_t i = 0; i < count; ++i) {
      add_padding(length);
    }
    return words_.size();
  }

 private:
  const std::string* longest_word() const {
    const auto found = std::max_element(words_.begin(), words_.end(),
                                        [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return found == words_.end() ? nullptr : &*found;
  }

  std::vector<std::string> words_;
};

int main() {
  Wordlist words;
  for (const char* word : {"borrow", "dangle", "outlive"}) words.add(word);
  std::printf("%zu\n", words.pad(4));
}
