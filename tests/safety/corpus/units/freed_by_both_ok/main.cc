// Only the function that uses the image up frees it.
// oracle: clean
#include <cstdio>

#include "image.h"

int main() {
  Image* image = decode(64);
  const int mean = consume(image);
  std::printf("%d\n", mean);
}
