// The few facts that hull reads from ELF files (System V gABI, chapter 5).
#pragma once

#include <string>
#include <string_view>

namespace hull::tool {

/// DT_SONAME of a 64-bit little-endian shared object given as its bytes; "" when there is none, or when this
/// is no such file.
std::string soname(std::string_view elf);

}  // namespace hull::tool
