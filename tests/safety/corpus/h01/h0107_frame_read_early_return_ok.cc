// The buffer of a frame that is too short is deleted, too.
// oracle: clean

#include <cstdio>
#include <cstring>

class Source {
 public:
  virtual ~Source() = default;
  virtual int read(char* into, int size) = 0;
};

class Text : public Source {
 public:
  explicit Text(const char* text) : text_(text) {}
  int read(char* into, int size) override {
    const int length = static_cast<int>(std::strlen(text_));
    const int count = length < size ? length : size;
    std::memcpy(into, text_, static_cast<std::size_t>(count));
    return count;
  }

 private:
  const char* text_;
};

int checksum(Source& source, int size) {
  char* frame = new char[size];
  const int got = source.read(frame, size);
  if (got < 4) {
    delete[] frame;
    return -1;
  }
  if (frame[0] == '#') {
    delete[] frame;
    return 0;
  }
  int sum = 0;
  for (int i = 0; i < got; ++i) sum += frame[i];
  delete[] frame;
  return sum;
}

int main() {
  Text hello("hello"), no("no");
  std::printf("%d\n", checksum(no, 16));
  std::printf("%d\n", checksum(hello, 16));
}
