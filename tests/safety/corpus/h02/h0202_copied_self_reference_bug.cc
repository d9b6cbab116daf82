// The copy of a line has views of the text of the line that it was copied from.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

class Line {
 public:
  explicit Line(std::string text) : text_(std::move(text)) {
    const auto colon = text_.find(':');
    key_ = std::string_view(text_).substr(0, colon);
  }

  std::string_view key() const { return key_; }

 private:
  std::string text_;
  std::string_view key_;
};

class Header {
 public:
  void add(std::string text) {
    const Line line(std::move(text));
    if (line.key().empty()) return;
    lines_.push_back(line);  // expect?: H0202
  }

  bool has(std::string_view key) const {
    for (const Line& line : lines_) {
      if (line.key() == key) return true;  // expect?: H0202
    }
    return false;
  }

 private:
  std::vector<Line> lines_;
};

int main() {
  Header header;
  header.add("X-Forwarded-For-The-Original-Client: 10.0.0.1");
  header.add(": nothing");
  std::cout << header.has("X-Forwarded-For-The-Original-Client") << '\n';
}
