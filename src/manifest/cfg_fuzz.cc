// Any bytes as a `cfg(...)` condition.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "manifest/cfg.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hull;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  auto expression = manifest::parse_cfg(text);
  if (!expression) return 0;
  manifest::CfgContext context;
  context.values["target_os"] = {"linux"};
  context.words = {"unix"};
  expression->holds(context);
  return 0;
}
