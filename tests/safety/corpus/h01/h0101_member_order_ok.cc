// The width is declared before the title, so it is taken first.
// oracle: clean

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

class Column {
 public:
  explicit Column(std::string heading, bool numeric)
      : width_(display_width(heading)), title_(std::move(heading)), numeric_(numeric) {}

  std::string cell(const std::string& text) const {
    std::string padding(text.size() < width_ ? width_ - text.size() : 0, ' ');
    return numeric_ ? padding + text : text + padding;
  }

  const std::string& title() const { return title_; }

 private:
  static std::size_t display_width(const std::string& text) {
    std::size_t width = 2;
    for (unsigned char c : text) width += (c & 0xc0) != 0x80;
    return width;
  }

  std::size_t width_;
  std::string title_;
  bool numeric_;
};

int main() {
  Column quantity("Qty", true);
  assert(quantity.title() == "Qty");
  assert(quantity.cell("12") == "   12");
}
