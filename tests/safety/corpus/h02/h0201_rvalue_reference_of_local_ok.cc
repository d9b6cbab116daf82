// The function returns the local by value.
// oracle: clean

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

class Document {
 public:
  explicit Document(std::string title) : title_(std::move(title)) {}

  std::vector<std::string> outline(int depth) const {
    std::vector<std::string> lines;
    for (int level = 1; level <= depth; ++level) {
      lines.push_back(std::string(static_cast<std::size_t>(level), '#') + " " + title_);
    }
    if (lines.empty()) lines.push_back(title_);
    return lines;
  }

 private:
  std::string title_;
};

std::size_t longest(const std::vector<std::string>& lines) {
  std::size_t longest = 0;
  for (const std::string& line : lines) {
    if (line.size() > longest) longest = line.size();
  }
  return longest;
}

int main() {
  const Document document("On the criteria to be used in decomposing systems");
  std::printf("%zu %zu\n", longest(document.outline(0)), longest(document.outline(3)));
}
