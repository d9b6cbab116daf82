// The blob remembers where it came from.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <cstdlib>

struct Blob {
  unsigned char* data;
  std::size_t size;
  bool large;
};

Blob AllocateBlob(std::size_t size) {
  Blob blob{nullptr, size, size > 4096};
  if (blob.large) {
    blob.data = static_cast<unsigned char*>(std::malloc(size));
    if (blob.data == nullptr) std::abort();
  } else {
    blob.data = new unsigned char[size];
  }
  return blob;
}

void FreeBlob(Blob& blob) {
  if (blob.large) {
    std::free(blob.data);
  } else {
    delete[] blob.data;
  }
  blob = {};
}

unsigned Checksum(std::size_t size) {
  Blob blob = AllocateBlob(size);
  for (std::size_t i = 0; i < blob.size; ++i) blob.data[i] = static_cast<unsigned char>(i);
  unsigned sum = 0;
  for (std::size_t i = 0; i < blob.size; ++i) sum += blob.data[i];
  FreeBlob(blob);
  return sum;
}

int main() {
  unsigned small = Checksum(100);
  unsigned large = Checksum(10'000);
  std::printf("%u %u\n", small, large);
}
