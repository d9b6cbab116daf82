// The inner loop runs to the number of rows, and a row has fewer columns.
// oracle: ubsan

#include <cstdio>
#include <initializer_list>

class Image {
 public:
  static constexpr int height = 12;
  static constexpr int width = 8;

  void fill(int seed) {
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) pixels_[y][x] = (seed * (x + 1) * (y + 3)) % 256;
    }
  }

  int brightest() const {
    int brightest = 0;
    for (int y = 0; y < width; ++y) {
      for (int x = 0; x < height; ++x) {
        const int pixel = pixels_[y][x];  // expect: H0502
        if (pixel > brightest) brightest = pixel;
      }
    }
    return brightest;
  }

 private:
  int pixels_[height][width] = {};
};

int main() {
  static Image image;
  int sum = 0;
  for (int seed : {3, 7, 11}) {
    image.fill(seed);
    sum += image.brightest();
  }
  std::printf("%d\n", sum);
}
