// A failure jumps to the cleanup, which frees whatever was allocated.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>

typedef struct image {
  size_t width, height;
  unsigned char* luma;
  unsigned char* chroma;
} image;

static unsigned char* plane_alloc(size_t width, size_t height, size_t limit) {
  if (height != 0 && width > limit / height) return nullptr;
  return static_cast<unsigned char*>(std::calloc(height, width));
}

static int image_init(image* img, size_t width, size_t height, size_t chroma_scale) {
  const size_t limit = 1u << 16;
  *img = {width, height, nullptr, nullptr};
  img->luma = plane_alloc(width, height, limit);
  if (img->luma == nullptr) goto fail;
  img->chroma = plane_alloc(width * chroma_scale, height, limit);
  if (img->chroma == nullptr) goto fail;
  return 0;
fail:
  std::free(img->luma);
  img->luma = nullptr;
  return -1;
}

static void image_clear(image* img) {
  std::free(img->luma);
  std::free(img->chroma);
}

static int convert(size_t width, size_t height, size_t chroma_scale) {
  image img;
  if (image_init(&img, width, height, chroma_scale) != 0) return 0;
  img.luma[0] = img.chroma[0] = 0x80;
  int brightness = img.luma[0] + img.luma[width * height - 1];
  image_clear(&img);
  return brightness;
}

int main() {
  int sum = convert(64, 64, 2);
  sum += convert(200, 200, 4);
  sum += convert(4000, 4000, 1);
  std::printf("%d\n", sum);
}
