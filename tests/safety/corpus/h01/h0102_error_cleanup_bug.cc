// The branch for a bad signature frees the image, and the common cleanup frees it again.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <cstring>

typedef struct firmware {
  unsigned char* image;
  size_t size;
  int verified;
} firmware_t;

static int read_image(const char* source, firmware_t* fw) {
  fw->size = std::strlen(source);
  fw->image = static_cast<unsigned char*>(std::malloc(fw->size + 1));
  if (!fw->image) return -1;
  std::memcpy(fw->image, source, fw->size + 1);
  return 0;
}

static int verify(const firmware_t* fw) { return fw->size > 4 && std::memcmp(fw->image, "FW01", 4) == 0; }

static int flash(const char* source) {
  firmware_t fw = {};
  int result = -1;
  if (read_image(source, &fw) != 0) return -1;
  if (!verify(&fw)) {
    std::fprintf(stderr, "bad signature\n");
    std::free(fw.image);
    goto out;
  }
  fw.verified = 1;
  result = static_cast<int>(fw.size) - 4;
out:
  std::free(fw.image);  // expect: H0102
  return result;
}

int main() {
  int good = flash("FW01 blinks");
  int bad = flash("XX99 burns");
  std::printf("%d %d\n", good, bad);
}
