// The move constructor leaves the buffer with both.
// oracle: asan
#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>

class Buffer {
 public:
  explicit Buffer(std::size_t size) : data_(new char[size]), size_(size) {}
  Buffer(Buffer&& other) noexcept : data_(other.data_), size_(std::exchange(other.size_, 0)) {}  // expect?: H0102
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { delete[] data_; }  // expect?: H0102

  std::size_t size() const { return size_; }

 private:
  char* data_;
  std::size_t size_;
};

class Pool {
 public:
  void add(std::size_t size) {
    Buffer buffer(size);
    buffers_.push_back(std::move(buffer));
  }  // expect?: H0102
  std::size_t count() const { return buffers_.size(); }

 private:
  std::vector<Buffer> buffers_;
};

int main() {
  Pool pool;
  pool.add(16);
  pool.add(32);
  std::printf("%zu\n", pool.count());
  return 0;
}
