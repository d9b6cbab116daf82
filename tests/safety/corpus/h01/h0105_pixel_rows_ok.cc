// Rows and palette are freed as the factory made them.
// oracle: clean

#include <cstddef>
#include <cstdio>

struct Bitmap {
  unsigned char* rows;
  unsigned* palette;
  std::size_t width, height;
};

struct Scan {
  Bitmap bitmap;
  int page;
};

static Bitmap make_bitmap(std::size_t width, std::size_t height, bool indexed) {
  Bitmap bitmap{new unsigned char[width * height], nullptr, width, height};
  if (indexed) bitmap.palette = new unsigned[256]();
  for (std::size_t i = 0; i < width * height; ++i) bitmap.rows[i] = static_cast<unsigned char>(i);
  return bitmap;
}

static Scan scan(int page) { return {make_bitmap(4, 2, false), page}; }

static void drop(Scan& scan) {
  delete[] scan.bitmap.palette;
  delete[] scan.bitmap.rows;
  scan.bitmap = {};
}

int main() {
  Scan first = scan(1);
  int sum = 0;
  for (std::size_t i = 0; i < first.bitmap.width * first.bitmap.height; ++i) sum += first.bitmap.rows[i];
  drop(first);
  std::printf("page %d: %d\n", first.page, sum);
}
