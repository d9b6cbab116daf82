// Rows are a stride apart.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <memory>

class Bitmap {
 public:
  Bitmap(int width, int height)
      : width_(width), height_(height), data_(std::make_unique<std::uint8_t[]>(width * height)) {}

  std::uint8_t* row(int y) { return data_.get() + y * width_; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  int width_;
  int height_;
  std::unique_ptr<std::uint8_t[]> data_;
};

static void clear(Bitmap& bitmap, std::uint8_t value) {
  for (int y = 0; y < bitmap.height(); ++y) {
    std::uint8_t* row = bitmap.row(y);
    for (int x = 0; x < bitmap.width(); ++x) row[x] = value;
  }
}

int main() {
  Bitmap bitmap(4, 8);
  clear(bitmap, 7);
  std::printf("%d\n", bitmap.row(0)[1]);
  return 0;
}
