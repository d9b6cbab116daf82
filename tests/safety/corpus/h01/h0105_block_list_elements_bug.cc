// A pool allocates its blocks with new[] and releases them in a loop with delete.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

class TextPool {
 public:
  TextPool() = default;
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;
  ~TextPool() { release(); }

  std::string_view keep(std::string_view text) {
    if (text.size() > left_) {
      blocks_.push_back(new char[kBlock]);
      next_ = blocks_.back();
      left_ = kBlock;
    }
    char* const begin = next_;
    std::memcpy(begin, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {begin, text.size()};
  }

  void release() {
    for (char* block : blocks_) delete block;  // expect: H0105
    blocks_.clear();
    left_ = 0;
  }

 private:
  static constexpr std::size_t kBlock = 256;
  std::vector<char*> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

int main() {
  TextPool pool;
  std::size_t length = 0;
  for (const char* word : {"alpha", "beta", "gamma"}) length += pool.keep(word).size();
  std::printf("%zu\n", length);
}
