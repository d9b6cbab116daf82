// The copy has room for the letters of the name and none for its end.
// oracle: asan

#include <cstdio>
#include <cstring>
#include <memory>

class Label {
 public:
  explicit Label(const char* text) : length_(std::strlen(text)), text_(new char[length_]) {
    std::strcpy(text_.get(), text);  // expect: H0504
  }
  std::size_t length() const { return length_; }
  char first() const { return text_[0]; }

 private:
  std::size_t length_;
  std::unique_ptr<char[]> text_;
};

int main() {
  const Label label("temperature in the attic");
  std::printf("%zu %c\n", label.length(), label.first());
}
