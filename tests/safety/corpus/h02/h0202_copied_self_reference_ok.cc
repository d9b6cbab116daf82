// The line keeps offsets, which are right in every copy.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

class Line {
 public:
  explicit Line(std::string text) : text_(std::move(text)) {
    const auto colon = text_.find(':');
    colon_ = colon == std::string::npos ? text_.size() : colon;
  }

  std::string_view key() const { return std::string_view(text_).substr(0, colon_); }

 private:
  std::string text_;
  std::size_t colon_;
};

class Header {
 public:
  void add(std::string text) {
    const Line line(std::move(text));
    if (line.key().empty()) return;
    lines_.push_back(line);
  }

  bool has(std::string_view key) const {
    for (const Line& line : lines_) {
      if (line.key() == key) return true;
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
