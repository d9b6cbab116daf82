// Both images free the pixels, for the copy constructor that the compiler writes copies the pointer.
// oracle: asan
#include <cstdint>
#include <cstdio>
#include <cstring>

class Image {
 public:
  Image(int width, int height) : width_(width), height_(height), pixels_(new std::uint8_t[width * height]()) {}
  ~Image() { delete[] pixels_; }  // expect?: H0102

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
  std::printf("%d\n", image.at(1, 1));  // expect?: H0103
  return 0;  // expect?: H0102
}  // expect?: H0102
