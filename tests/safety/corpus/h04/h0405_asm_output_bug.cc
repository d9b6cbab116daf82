// The value that assembly wrote is masked by a variable that nobody gave one.
// oracle: msan

#include <cstdint>
#include <cstdio>

std::uint64_t Rotate(std::uint64_t value) {
  std::uint64_t rotated;
  std::uint64_t mask;
  asm("mov %1, %0\n\trol $8, %0" : "=&r"(rotated) : "r"(value) : "cc");
  return rotated & mask;  // expect: H0405
}

int main() {
  std::uint64_t before = 0x1122334455667788;
  const std::uint64_t after = Rotate(before);
  if ((after & 0xff) == 0x11) std::printf("rotated\n");
}
