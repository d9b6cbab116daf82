// Any bytes are a requirement that means the same after printing, or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "resolve/requirement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull::resolve;
  const auto requirement = parse_requirement({reinterpret_cast<const char*>(data), size});
  if (!requirement) {
    if (requirement.error().message.empty()) std::abort();
    return 0;
  }
  const auto again = parse_requirement(requirement->text());
  if (!again || again->versions() != requirement->versions()) std::abort();
  if (requirement->versions().text().empty()) std::abort();
  return 0;
}
