// Members are initialized as they are declared, so the title is moved from before its width is taken.
// oracle: assert

#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

class Column {
 public:
  explicit Column(std::string heading, bool numeric)
      : width_(display_width(heading)), title_(std::move(heading)), numeric_(numeric) {}  // expect: H0101

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

  std::string title_;
  std::size_t width_;
  bool numeric_;
};

int main() {
  Column quantity("Qty", true);
  assert(quantity.title() == "Qty");
  assert(quantity.cell("12") == "   12");
}
