// The function that uses the image up is taken for one that only looks at it: both free it.
// oracle: asan
#include <cstdio>

#include "image.h"

int main() {
  Image* image = decode(64);
  const int mean = consume(image);
  discard(image);  // expect?: H0103
  std::printf("%d\n", mean);
}
