// Any bytes are a depfile or an error; what is read can be written back and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/depfile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto read = hull::engine::parse_depfile(text);
  if (!read) return 0;
  std::string again = "out:";
  for (const std::string& path : *read) {
    if (path.empty() || path.find_first_of(std::string_view("\0\n", 2)) != std::string::npos) std::abort();
    // A carriage return or a backslash in a name has no spelling that both compilers agree on.
    if (path.find_first_of("\r\\\t") != std::string::npos) return 0;
    again += ' ';
    for (const char c : path) {
      if (c == ' ' || c == '#' || c == ':') again += '\\';
      if (c == '$') again += '$';
      again += c;
    }
  }
  const auto same = hull::engine::parse_depfile(again);
  if (!same || *same != *read) std::abort();
  return 0;
}
