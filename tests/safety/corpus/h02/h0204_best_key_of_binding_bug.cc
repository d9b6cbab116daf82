// The binding of the loop is a copy, and a pointer to its key is used after the loop.
// oracle: asan

#include <cstdio>
#include <map>
#include <string>

class Histogram {
 public:
  void count(const std::string& word) { ++counts_[word]; }

  std::string mode() const {
    const std::string* best = nullptr;
    int most = 0;
    for (const auto [word, count] : counts_) {
      if (count <= most) continue;
      most = count;
      best = &word;
    }
    if (best == nullptr) return "(nothing)";
    return *best + " x" + std::to_string(most);  // expect: H0204
  }

 private:
  std::map<std::string, int> counts_;
};

int main() {
  Histogram words;
  std::printf("%s\n", words.mode().c_str());
  for (const char* word : {"reference", "iterator", "reference", "lifetime"}) words.count(word);
  std::printf("%s\n", words.mode().c_str());
}
