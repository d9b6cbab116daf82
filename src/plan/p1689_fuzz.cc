// Any bytes are either a scan with sane names or an error; never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "plan/p1689.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto unit = hull::plan::parse_p1689({reinterpret_cast<const char*>(data), size});
  if (!unit) {
    if (unit.error().message.empty()) std::abort();
    return 0;
  }
  for (const auto& provided : unit->provided) {
    if (provided.name.empty() || provided.name.contains('\n')) std::abort();
  }
  for (const auto& required : unit->required) {
    if (required.name.empty() || required.name.contains('\n')) std::abort();
  }
  return 0;
}
