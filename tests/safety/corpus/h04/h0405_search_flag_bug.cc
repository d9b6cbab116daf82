// The flag of the search is set where something is found, and has no value where nothing is.
// oracle: msan

#include <array>
#include <cstdint>
#include <cstdio>

struct Block {
  std::uint32_t id;
  bool dirty;
};

class BufferPool {
 public:
  bool insert(std::uint32_t id) {
    bool present;
    for (std::size_t i = 0; i < size_; ++i) {
      if (blocks_[i].id == id) {
        present = true;
        blocks_[i].dirty = true;
      }
    }
    if (present) return false;  // expect: H0405
    if (size_ == blocks_.size()) return false;
    blocks_[size_++] = {id, false};
    return true;
  }

  int dirty() const {
    int count = 0;
    for (std::size_t i = 0; i < size_; ++i) count += blocks_[i].dirty;
    return count;
  }

 private:
  std::array<Block, 4> blocks_;
  std::size_t size_ = 0;
};

int main() {
  BufferPool pool;
  int inserted = 0;
  for (std::uint32_t id : {7u, 9u, 7u}) inserted += pool.insert(id);
  std::printf("%d inserted, %d dirty\n", inserted, pool.dirty());
}
