// release() has handed the block to the C interface, and the owner is then asked for its length.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <memory>

struct Block {
  std::size_t length;
  unsigned char bytes[32];
};

// The side of the driver, which takes blocks and frees them when they are through.
extern "C" {
static Block* driver_queue[4];
static int driver_queued;

static int driver_submit(Block* block) {
  driver_queue[driver_queued++] = block;
  return driver_queued;
}

static void driver_complete() {
  while (driver_queued > 0) delete driver_queue[--driver_queued];
}
}

class Writer {
 public:
  void write(unsigned char value, std::size_t count) {
    auto block = std::make_unique<Block>();
    for (std::size_t i = 0; i < count; ++i) block->bytes[i] = value;
    block->length = count;
    depth_ = driver_submit(block.release());
    written_ += block->length;  // expect: H0403
  }

  std::size_t written() const { return written_; }

 private:
  std::size_t written_ = 0;
  int depth_ = 0;
};

int main() {
  Writer writer;
  writer.write(0xaa, 16);
  writer.write(0x55, 4);
  driver_complete();
  std::printf("%zu\n", writer.written());
}
