// Programs and libraries come from anywhere, and test programs from the project that is built.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/elf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  if (const auto facts = hull::read_elf(file)) {
    if (facts->soname.find('\0') != std::string::npos || facts->soname.size() > size) std::abort();
  }
  for (const std::string_view part : hull::elf_strings(file)) {
    if (!part.empty() && (part.data() < file.data() || part.data() + part.size() > file.data() + size))
      std::abort();
  }
  return 0;
}
