// Any text as a table of models.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "safety/models.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hull::safety::Models models;
  models.add("models.toml", std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
