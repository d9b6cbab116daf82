// What a piece of assembly writes to has a value.
// oracle: clean

#include <cstdint>
#include <cstdio>

std::uint64_t Rotate(std::uint64_t value) {
  std::uint64_t rotated;
  asm("mov %1, %0\n\trol $8, %0" : "=&r"(rotated) : "r"(value) : "cc");
  return rotated;
}

int main() {
  std::uint64_t before = 0x1122334455667788;
  const std::uint64_t after = Rotate(before);
  if ((after & 0xff) == 0x11) std::printf("rotated\n");
}
