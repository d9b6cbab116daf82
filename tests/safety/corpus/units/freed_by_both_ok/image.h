#pragma once

#include <cstddef>

struct Image {
  unsigned char* pixels;
  std::size_t size;
};

Image* decode(std::size_t size);
void discard(Image* image);
/// The mean of all pixels. The image is not needed afterwards.
int consume(Image* image);
