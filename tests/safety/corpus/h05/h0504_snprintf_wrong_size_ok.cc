// snprintf is told the size of the column.
// oracle: clean

#include <cstdio>
#include <string>

class Ruler {
 public:
  explicit Ruler(int columns) : columns_(columns) {}

  std::string draw() const {
    std::string line;
    for (int column = 0; column < columns_; ++column) line += cell(column * column * 12345);
    return line;
  }

 private:
  static constexpr unsigned line_size = 80;

  static std::string cell(long value) {
    char text[6];
    const int written = std::snprintf(text, sizeof text, "%-5ld", value);
    if (written < 0) return "?";
    return text;
  }

  int columns_;
};

int main() {
  const Ruler ruler(6);
  const std::string line = ruler.draw();
  std::printf("%s: %zu\n", line.c_str(), line.size());
}
