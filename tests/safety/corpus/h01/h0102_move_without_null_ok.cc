// The move constructor takes the handle out of the source.
// oracle: clean

#include <cstdio>
#include <utility>
#include <vector>

struct NativeSurface {
  int width;
  int height;
};

class Surface {
 public:
  Surface(int width, int height) : native_(new NativeSurface{width, height}) {}
  Surface(Surface&& other) noexcept : native_(std::exchange(other.native_, nullptr)) {}
  Surface& operator=(Surface&& other) noexcept {
    std::swap(native_, other.native_);
    return *this;
  }
  ~Surface() { delete native_; }

  long pixels() const { return static_cast<long>(native_->width) * native_->height; }

 private:
  NativeSurface* native_;
};

Surface create_scaled(int width, int height, int scale) {
  Surface surface(width * scale, height * scale);
  std::vector<Surface> chain;
  chain.push_back(std::move(surface));
  std::printf("%zu in the chain\n", chain.size());
  return std::move(chain.front());
}

int main() {
  Surface surface = create_scaled(320, 200, 2);
  std::printf("%ld pixels\n", surface.pixels());
}
