// Any text as a record of findings; what is read is written and read the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "safety/diagnostic.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull::safety;
  const auto read = read_json(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!read) return 0;
  const Layout layout{.format = Format::Json, .color = false, .root = {}};
  const std::string text = print(*read, layout);
  const auto again = read_json(text);
  if (!again || print(*again, layout) != text) std::abort();
  return 0;
}
