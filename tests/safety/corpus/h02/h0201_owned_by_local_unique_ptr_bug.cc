// The pointer that is returned is to what a local unique_ptr owns.
// oracle: asan

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

struct Buffer {
  explicit Buffer(std::size_t size) : bytes(size) {}
  std::vector<char> bytes;
  bool in_use = false;
};

class BufferPool {
 public:
  Buffer* acquire(std::size_t size) {
    for (const auto& buffer : buffers_) {
      if (buffer->in_use || buffer->bytes.size() < size) continue;
      buffer->in_use = true;
      return buffer.get();
    }
    auto fresh = std::make_unique<Buffer>(size);
    fresh->in_use = true;
    Buffer* result = fresh.get();
    if (size <= largest_kept) buffers_.push_back(std::move(fresh));
    return result;  // expect: H0201
  }

  void release(Buffer* buffer) { buffer->in_use = false; }

 private:
  static constexpr std::size_t largest_kept = 4096;
  std::vector<std::unique_ptr<Buffer>> buffers_;
};

int main() {
  BufferPool pool;
  std::size_t total = 0;
  for (std::size_t size : {100u, 50u, 10000u}) {
    Buffer* buffer = pool.acquire(size);
    total += buffer->bytes.size();
    pool.release(buffer);
  }
  std::printf("%zu\n", total);
}
