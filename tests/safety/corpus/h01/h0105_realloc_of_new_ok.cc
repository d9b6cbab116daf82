// The buffer is grown by making a new array and copying.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

class JsonWriter {
 public:
  JsonWriter() : buffer_(new char[kInitial]), capacity_(kInitial) { put("{"); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter() { delete[] buffer_; }

  void field(const char* name, int value) {
    char number[16];
    std::snprintf(number, sizeof number, "%d", value);
    if (size_ > 1) put(",");
    put("\"");
    put(name);
    put("\":");
    put(number);
  }

  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kInitial = 16;

  void put(const char* text) {
    std::size_t length = std::strlen(text);
    if (size_ + length > capacity_) grow(size_ + length);
    std::memcpy(buffer_ + size_, text, length);
    size_ += length;
  }

  void grow(std::size_t wanted) {
    capacity_ = wanted * 2;
    char* grown = new char[capacity_];
    std::memcpy(grown, buffer_, size_);
    delete[] buffer_;
    buffer_ = grown;
  }

  char* buffer_;
  std::size_t capacity_;
  std::size_t size_ = 0;
};

int main() {
  JsonWriter writer;
  writer.field("width", 1920);
  writer.field("height", 1080);
  std::printf("%zu bytes\n", writer.size());
}
