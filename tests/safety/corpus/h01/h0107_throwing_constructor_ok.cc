// The constructor checks its arguments before it allocates.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <stdexcept>

class Image {
 public:
  Image(std::size_t width, std::size_t height, int channels) : width_(width), height_(height) {
    if (channels != 3 && channels != 4) throw std::invalid_argument("channels");
    pixels_ = new unsigned char[width * height * 4];
    Fill(channels == 4 ? 0x00 : 0xff);
  }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() { delete[] pixels_; }

  unsigned char At(std::size_t x, std::size_t y) const { return pixels_[(y * width_ + x) * 4]; }

 private:
  void Fill(unsigned char value) {
    for (std::size_t i = 0; i < width_ * height_ * 4; ++i) pixels_[i] = value;
  }

  std::size_t width_;
  std::size_t height_;
  unsigned char* pixels_;
};

int Probe(int channels) {
  try {
    Image image(8, 4, channels);
    return image.At(3, 2);
  } catch (const std::invalid_argument&) {
    return -1;
  }
}

int main() { std::printf("%d %d %d\n", Probe(3), Probe(4), Probe(5)); }
