// The blanks are skipped without a look at the end of the buffer, which has no terminator.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>

class Buffer {
 public:
  explicit Buffer(const char* text) : size_(std::strlen(text)), bytes_(new char[size_]) {
    std::memcpy(bytes_.get(), text, size_);
  }
  const char* begin() const { return bytes_.get(); }
  const char* end() const { return bytes_.get() + size_; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

int count_words(const Buffer& buffer) {
  int words = 0;
  const char* at = buffer.begin();
  while (at != buffer.end()) {
    while (*at == ' ') ++at;  // expect: H0502
    if (at == buffer.end()) break;
    ++words;
    while (at != buffer.end() && *at != ' ') ++at;
  }
  return words;
}

int main() {
  const Buffer title("the wind in the willows");
  const Buffer indented("  deep  ");
  std::printf("%d %d\n", count_words(title), count_words(indented));
}
