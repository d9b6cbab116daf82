// The copy has pixels of its own.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <cstring>

class Image {
 public:
  Image(int width, int height) : width_(width), height_(height), pixels_(new std::uint8_t[width * height]()) {}
  Image(const Image& other) : Image(other.width_, other.height_) {
    std::memcpy(pixels_, other.pixels_, width_ * height_);
  }
  Image& operator=(const Image&) = delete;
  ~Image() { delete[] pixels_; }

  void fill(std::uint8_t value) { std::memset(pixels_, value, width_ * height_); }
  int at(int x, int y) const { return pixels_[y * width_ + x]; }

 private:
  int width_;
  int height_;
  std::uint8_t* pixels_;
};

static Image brightened(const Image& source) {
  Image result = source;
  result.fill(200);
  return result;
}

int main() {
  Image image(4, 4);
  image.fill(10);
  {
    Image bright = brightened(image);
    std::printf("%d\n", bright.at(1, 1));
  }
  std::printf("%d\n", image.at(1, 1));
  return 0;
}
