// stats() goes through the accessor that builds the index.
// oracle: clean

#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

class WordIndex {
 public:
  explicit WordIndex(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) positions_[words[i]].push_back(i);
  }
  std::size_t count(const std::string& word) const {
    auto found = positions_.find(word);
    return found == positions_.end() ? 0 : found->second.size();
  }
  std::size_t distinct() const { return positions_.size(); }

 private:
  std::map<std::string, std::vector<std::size_t>> positions_;
};

class Corpus {
 public:
  explicit Corpus(std::vector<std::string> words) : words_(std::move(words)) {}

  std::size_t search(const std::string& word) { return index().count(word); }

  double variety() { return static_cast<double>(index().distinct()) / words_.size(); }

 private:
  WordIndex& index() {
    if (!index_) index_ = std::make_unique<WordIndex>(words_);
    return *index_;
  }

  std::vector<std::string> words_;
  std::unique_ptr<WordIndex> index_;
};

int main() {
  Corpus searched({"a", "rose", "is", "a", "rose"});
  std::size_t roses = searched.search("rose");
  double variety = searched.variety();
  Corpus fresh({"to", "be", "or", "not", "to", "be"});
  std::printf("%zu %.2f %.2f\n", roses, variety, fresh.variety());
}
