// The second shared_ptr is a copy of the first.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Font {
  std::string family;
  int size;
};

Font* ParseFont(const std::string& text) {
  auto colon = text.find(':');
  if (colon == std::string::npos) return new Font{text, 12};
  return new Font{text.substr(0, colon), std::stoi(text.substr(colon + 1))};
}

struct Style {
  std::shared_ptr<Font> body;
  std::shared_ptr<Font> heading;
};

class StyleSheet {
 public:
  void add(const std::string& body, const std::string& heading) {
    Style style;
    Font* font = ParseFont(body);
    style.body = std::shared_ptr<Font>(font);
    if (heading == body) {
      style.heading = style.body;
    } else {
      style.heading.reset(ParseFont(heading));
    }
    styles_.push_back(style);
  }

  int heights() const {
    int sum = 0;
    for (const Style& style : styles_) sum += style.body->size + style.heading->size;
    return sum;
  }

 private:
  std::vector<Style> styles_;
};

int main() {
  StyleSheet sheet;
  sheet.add("Serif:10", "Sans:18");
  sheet.add("Mono", "Mono");
  std::printf("%d\n", sheet.heights());
}
