// The branch for a bad signature leaves the freeing to the common cleanup.
// oracle: clean

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
    goto out;
  }
  fw.verified = 1;
  result = static_cast<int>(fw.size) - 4;
out:
  std::free(fw.image);
  return result;
}

int main() {
  int good = flash("FW01 blinks");
  int bad = flash("XX99 burns");
  std::printf("%d %d\n", good, bad);
}
