#include "image.h"

Image* decode(std::size_t size) {
  auto* image = new Image{new unsigned char[size], size};
  for (std::size_t i = 0; i < size; ++i) image->pixels[i] = static_cast<unsigned char>(i);
  return image;
}

void discard(Image* image) {
  delete[] image->pixels;
  delete image;
}

int consume(Image* image) {
  int sum = 0;
  for (std::size_t i = 0; i < image->size; ++i) sum += image->pixels[i];
  const int mean = sum / static_cast<int>(image->size);
  discard(image);
  return mean;
}
