// The next node is noted before the node is deleted.
// oracle: clean

#include <cstddef>
#include <cstdio>

class FreeBlocks {
 public:
  FreeBlocks() = default;
  FreeBlocks(const FreeBlocks&) = delete;
  FreeBlocks& operator=(const FreeBlocks&) = delete;
  ~FreeBlocks() { clear(); }

  void add(std::size_t offset, std::size_t length) {
    head_ = new Block{offset, length, head_};
    ++count_;
  }

  void clear() {
    for (Block *block = head_, *next = nullptr; block != nullptr; block = next) {
      next = block->next;
      delete block;
      --count_;
    }
    head_ = nullptr;
  }

  std::size_t total() const {
    std::size_t sum = 0;
    for (const Block* block = head_; block != nullptr; block = block->next) sum += block->length;
    return sum;
  }

 private:
  struct Block {
    std::size_t offset;
    std::size_t length;
    Block* next;
  };

  Block* head_ = nullptr;
  int count_ = 0;
};

int main() {
  FreeBlocks blocks;
  blocks.add(0, 64);
  blocks.add(128, 32);
  std::printf("%zu bytes free\n", blocks.total());
}
