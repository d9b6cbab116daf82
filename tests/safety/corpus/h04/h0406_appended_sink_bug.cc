// A sink over a string makes room there when it has none, and does not take the string's memory.
// oracle: msan
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>

class Sink {
 public:
  explicit Sink(std::string* out) : size_(out->size()), room_(out->size()), out_(out) {}
  void append(const char* begin, const char* end) {
    while (begin != end) {
      auto count = static_cast<std::size_t>(end - begin);
      if (size_ + count > room_) grow(size_ + count);
      count = std::min(count, room_ - size_);
      std::copy_n(begin, count, at_ + size_);
      size_ += count;
      begin += count;
    }
  }

 private:
  void grow(std::size_t size) {
    out_->resize(size);
    room_ = size;
  }

  char* at_;
  std::size_t size_;
  std::size_t room_;
  std::string* out_;
};

class Escape {
 public:
  explicit Escape(unsigned bits) {
    std::size_t size = 0;
    for (char bit = 0; bit < 3; ++bit) {
      if (!(bits & (1U << bit))) continue;
      text_[size++] = '[';
      text_[size++] = static_cast<char>('1' + bit);
    }
    text_[size] = 0;
  }
  const char* begin() const { return text_; }
  const char* end() const { return text_ + std::char_traits<char>::length(text_); }

 private:
  char text_[8];
};

static void write_style(Sink& sink, unsigned bits) {
  const Escape escape(bits);
  sink.append(escape.begin(), escape.end());  // expect: H0406
}

static std::string styled(unsigned bits) {
  std::string out = "style:";
  Sink sink(&out);
  write_style(sink, bits);
  return out;
}

int main() {
  const std::string bold = styled(5);
  std::printf("%s\n", bold.c_str());
  return bold == "style:[1[3" ? 0 : 1;
}
