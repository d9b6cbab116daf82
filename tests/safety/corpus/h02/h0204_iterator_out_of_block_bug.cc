// The iterator points into a vector of candidates that ended with the else block.
// oracle: asan

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

class Completer {
 public:
  explicit Completer(std::vector<std::string> words) : words_(std::move(words)) {}

  std::string complete(const std::string& prefix, bool fuzzy) const {
    std::vector<std::string>::const_iterator found = words_.end();
    if (!fuzzy) {
      found = std::find_if(words_.begin(), words_.end(),
                           [&](const std::string& word) { return word.starts_with(prefix); });
      if (found == words_.end()) return prefix;
    } else {
      std::vector<std::string> candidates;
      for (const std::string& word : words_) {
        if (word.find(prefix) != std::string::npos) candidates.push_back(word);
      }
      if (candidates.empty()) return prefix;
      found = std::min_element(candidates.begin(), candidates.end());
    }
    return *found;  // expect: H0204
  }

 private:
  std::vector<std::string> words_;
};

int main() {
  const Completer completer({"build --in-release-mode", "rebuild --from-scratch-please", "clean"});
  std::cout << completer.complete("bu", false) << '\n';
  std::cout << completer.complete("build", true) << '\n';
}
