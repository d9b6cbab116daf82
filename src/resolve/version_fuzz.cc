// Any bytes are a version that prints as it was written, or an error.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "resolve/version.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull::resolve;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto version = parse_version(text);
  if (!version) {
    if (version.error().message.empty()) std::abort();
    return 0;
  }
  if (version->text() != text) std::abort();
  // Against itself with one more identifier: the order must hold for whatever was read.
  const Version longer(version->major(), version->minor(), version->patch(),
                       version->is_prerelease() ? std::string(version->prerelease()) + ".0" : "0");
  if (version->is_prerelease() != (*version < longer)) std::abort();
  return 0;
}
