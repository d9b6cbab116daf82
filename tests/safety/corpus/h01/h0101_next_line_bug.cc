// A comment is skipped before the line that was moved away is replaced by the next one.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

class LineSource {
 public:
  explicit LineSource(std::vector<std::string> lines) : lines_(std::move(lines)) {}

  bool at_end() const { return next_ == lines_.size(); }
  std::string next() { return lines_[next_++]; }

 private:
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
};

struct Document {
  std::vector<std::string> text;
  std::vector<std::string> comments;
  std::size_t characters = 0;
};

Document read(LineSource& source) {
  Document document;
  std::string line;
  if (!source.at_end()) line = source.next();
  while (!source.at_end()) {
    if (line.starts_with('#')) {  // expect?: H0101
      document.comments.push_back(std::move(line));
      continue;
    }
    document.characters += line.size();        // expect?: H0101
    document.text.push_back(std::move(line));  // expect?: H0101
    line = source.next();
  }
  return document;
}

int main() {
  LineSource source({"# title", "first", "second", ""});
  Document document = read(source);
  assert(document.comments.size() == 1);
  assert(document.text[0] == "first");
}
