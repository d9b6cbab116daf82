// The count of elements is multiplied by their size twice.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>

class Framebuffer {
 public:
  Framebuffer(std::size_t width, std::size_t height)
      : bytes_(width * height * sizeof(unsigned)), pixels_(new unsigned[width * height]) {}

  void clear() {
    std::memset(pixels_.get(), 0, bytes_ * sizeof(unsigned));  // expect: H0504
    dirty_ = false;
  }

  void plot(std::size_t at, unsigned color) {
    if (at >= bytes_ / sizeof(unsigned)) return;
    pixels_[at] = color;
    dirty_ = true;
  }

  bool dirty() const { return dirty_; }
  unsigned pixel(std::size_t at) const { return pixels_[at]; }

 private:
  std::size_t bytes_;
  std::unique_ptr<unsigned[]> pixels_;
  bool dirty_ = false;
};

int main() {
  Framebuffer screen(16, 9);
  screen.clear();
  screen.plot(20, 0xff00ff);
  std::printf("%d %x\n", screen.dirty(), screen.pixel(20));
}
