// The hook stays installed after the function whose locals it refers to.
// oracle: asan

#include <cstdio>
#include <functional>
#include <utility>
#include <vector>

namespace alloc {

std::function<void(std::size_t)> hook;

std::vector<char> block(std::size_t size) {
  if (hook) hook(size);  // expect?: H0205
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
  alloc::hook = [&usage](std::size_t size) {  // expect?: H0205
    ++usage.blocks;
    usage.bytes += size;
  };
  work();
  return usage;
}

int main() {
  const Usage usage = measure([] {
    for (std::size_t size = 16; size <= 256; size *= 2) alloc::block(size);
  });
  std::printf("%zu blocks, %zu bytes\n", usage.blocks, usage.bytes);
  return alloc::block(8).size() == 8 ? 0 : 1;  // expect?: H0205
}
