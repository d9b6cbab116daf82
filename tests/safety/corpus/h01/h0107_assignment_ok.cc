// The assignment operator swaps with a copy, whose destructor frees the old text.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <utility>

class Label {
 public:
  explicit Label(const char* text) : text_(Duplicate(text)) {}
  Label(const Label& other) : text_(Duplicate(other.text_)) {}
  ~Label() { delete[] text_; }

  Label& operator=(const Label& other) {
    Label copy(other);
    std::swap(text_, copy.text_);
    return *this;
  }

  const char* text() const { return text_; }

 private:
  static char* Duplicate(const char* text) {
    char* copy = new char[std::strlen(text) + 1];
    std::strcpy(copy, text);
    return copy;
  }

  char* text_;
};

struct Axis {
  Label title;
  double low, high;
};

int main() {
  Axis x{Label("time / s"), 0.0, 10.0};
  Axis y{Label("force / N"), -1.0, 1.0};
  x.title = y.title;
  std::printf("%s\n", x.title.text());
}
