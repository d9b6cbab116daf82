// The counts live in a local map, and a reference to the largest one's word goes out.
// oracle: asan

#include <iostream>
#include <map>
#include <sstream>
#include <string>

class Article {
 public:
  explicit Article(std::string body) : body_(std::move(body)) {}

  const std::string& commonest_word() const {
    std::map<std::string, int> counts;
    std::istringstream words(body_);
    for (std::string word; words >> word;) ++counts[word];

    if (counts.empty()) return body_;
    auto best = counts.begin();
    for (auto entry = counts.begin(); entry != counts.end(); ++entry) {
      if (entry->second > best->second) best = entry;
    }
    return best->first;  // expect: H0201
  }

 private:
  std::string body_;
};

int main() {
  const Article article("to serialize or not to serialize , that is to be seen");
  const std::string& word = article.commonest_word();
  std::cout << word << '\n';
  return word == "to" ? 0 : 1;
}
