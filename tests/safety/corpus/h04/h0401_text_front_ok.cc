// The front of a text is read where its length says that there is one.
// oracle: clean
#include <cstddef>
#include <cstdio>
#include <cstring>

class Text {
 public:
  Text() = default;
  Text(const char* data, std::size_t size) : data_(data), size_(size) {}
  std::size_t size() const { return size_; }
  const char* data() const { return data_; }
  char operator[](std::size_t i) const { return data_[i]; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

static char at(Text text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

static Text rest(Text text, std::size_t count = 1) {
  return count <= text.size() ? Text(text.data() + count, text.size() - count) : Text();
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static Text skip_digits(Text text) { return is_digit(at(text, 0)) ? skip_digits(rest(text)) : text; }

int main() {
  const char* line = "2024-x";
  const Text tail = skip_digits(Text(line, std::strlen(line)));
  const char front = at(Text(), 0);
  std::printf("%s %d\n", tail.data(), front);
  return tail.size() == 2 ? 0 : 1;
}
