// The view that is handed out refers to the buffer that was just freed.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>

struct View {
  const char* data;
  std::size_t size;
};

struct Block {
  View contents{"", 0};
  bool owned = false;
};

// Reads into the buffer, or finds the bytes in memory.
const char* fetch(const char* cached, char* buffer, std::size_t size) {
  if (cached != nullptr) return cached;
  std::memset(buffer, 'x', size);
  return buffer;
}

void read_block(const char* cached, std::size_t size, Block* block) {
  char* buffer = new char[size];
  const char* data = fetch(cached, buffer, size);
  if (data == buffer) {
    delete[] buffer;
    block->contents = View{data, size};  // expect: H0103
    block->owned = false;
  } else {
    block->contents = View{buffer, size};
    block->owned = true;
  }
}

int main() {
  Block block;
  read_block(nullptr, 16, &block);
  std::printf("%c\n", block.contents.data[3]);
  if (block.owned) delete[] block.contents.data;
}
