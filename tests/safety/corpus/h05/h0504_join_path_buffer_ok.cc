// The separator and the terminator are counted.
// oracle: clean
#include <cstdio>
#include <cstring>

class PathBuilder {
 public:
  PathBuilder() { text_[0] = '\0'; }

  bool append(const char* part) {
    std::size_t length = std::strlen(part);
    if (used_ + length + 2 > sizeof text_) return false;
    text_[used_++] = '/';
    std::memcpy(text_ + used_, part, length + 1);
    used_ += length;
    return true;
  }
  const char* text() const { return text_; }

 private:
  std::size_t used_ = 0;
  char text_[16];
};

int main() {
  auto* builder = new PathBuilder;
  builder->append("usr");
  builder->append("local-share");
  builder->append("1");
  std::printf("%s\n", builder->text());
  delete builder;
  return 0;
}
