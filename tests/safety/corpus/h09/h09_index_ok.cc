// A text index of values.
// oracle: clean
#include <algorithm>
#include <cctype>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace [[hull::safe]] app {
class TextIndex {
 public:
  void add(int document, std::string_view text) {
    std::string word;
    for (const char c : text) {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
        word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
      } else if (!word.empty()) {
        postings_[word].insert(document);
        word.clear();
      }
    }
    if (!word.empty()) postings_[word].insert(document);
  }
  std::vector<int> find(const std::string& word) const {
    const auto found = postings_.find(word);
    if (found == postings_.end()) return {};
    return {found->second.begin(), found->second.end()};
  }
  std::vector<int> find_all(const std::vector<std::string>& words) const {
    std::vector<int> result;
    bool first = true;
    for (const std::string& word : words) {
      const std::vector<int> next = find(word);
      if (first) {
        result = next;
      } else {
        std::vector<int> both;
        std::set_intersection(result.begin(), result.end(), next.begin(), next.end(), std::back_inserter(both));
        result = std::move(both);
      }
      first = false;
    }
    return result;
  }

 private:
  std::map<std::string, std::set<int>> postings_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  TextIndex index;
  index.add(1, "the quick brown fox");
  index.add(2, "the lazy dog");
  for (const int document : index.find_all({"the", "dog"})) std::cout << document << '\n';
  return 0;
}
