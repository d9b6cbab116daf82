// The map's keys are views of lowercased words that live for one turn of the loop.
// oracle: asan

#include <cctype>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>

std::string lowercase(std::string_view word) {
  std::string lower;
  for (char c : word) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

class WordCount {
 public:
  void add_text(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find(' ');
      const std::string word = lowercase(text.substr(0, end));
      if (!word.empty()) ++counts_[word];  // expect?: H0202
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }

  int most_frequent() const {
    int most = 0;
    for (const auto& [word, count] : counts_) {
      if (word.front() != '#' && count > most) most = count;  // expect?: H0202
    }
    return most;
  }

 private:
  std::map<std::string_view, int> counts_;
};

int main() {
  WordCount words;
  words.add_text("Incomprehensibilities are incomprehensibilities");
  words.add_text("#counterrevolutionaries INCOMPREHENSIBILITIES");
  std::printf("%d\n", words.most_frequent());
}
