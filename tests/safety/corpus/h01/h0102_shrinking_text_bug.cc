// Assigning a short text frees the old one early, and the long path frees it again.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <cstring>

class Text {
 public:
  explicit Text(const char* text) : data_(copy(text)), size_(std::strlen(text)) {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text() { std::free(data_); }

  void assign(const char* text) {
    std::size_t size = std::strlen(text);
    bool shrinks = size < size_ / 2;
    if (shrinks) std::free(data_);
    char* fresh = copy(text);
    if (size > 0) std::free(data_);  // expect: H0102
    data_ = fresh;
    size_ = size;
  }

  std::size_t size() const { return size_; }
  int trimmed() const { return trimmed_; }

 private:
  static char* copy(const char* text) {
    char* data = static_cast<char*>(std::malloc(std::strlen(text) + 1));
    if (!data) std::abort();
    return std::strcpy(data, text);
  }

  char* data_;
  std::size_t size_;
  int trimmed_ = 0;
};

int main() {
  Text title("A rather long title of a chapter");
  title.assign("An even longer title of the same chapter");
  title.assign("Short");
  std::printf("%zu %d\n", title.size(), title.trimmed());
}
