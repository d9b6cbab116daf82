// The hook that was there before is put back.
// oracle: clean

#include <cstdio>
#include <functional>
#include <utility>
#include <vector>

namespace alloc {

std::function<void(std::size_t)> hook;

std::vector<char> block(std::size_t size) {
  if (hook) hook(size);
  return std::vector<char>(size);
}

}  // namespace alloc

struct Usage {
  std::size_t blocks = 0;
  std::size_t bytes = 0;
};

template <typename Work>
Usage measure(Work work) {
  Usage usage;
  auto previous = std::exchange(alloc::hook, [&usage](std::size_t size) {
    ++usage.blocks;
    usage.bytes += size;
  });
  work();
  alloc::hook = std::move(previous);
  return usage;
}

int main() {
  const Usage usage = measure([] {
    for (std::size_t size = 16; size <= 256; size *= 2) alloc::block(size);
  });
  std::printf("%zu blocks, %zu bytes\n", usage.blocks, usage.bytes);
  return alloc::block(8).size() == 8 ? 0 : 1;
}
