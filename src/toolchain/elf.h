// The few facts of an ELF file that tell one build of a program from another.
//
// Layout: System V ABI, chapter 4 and 5; the build-id note: ld(1), --build-id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hull::toolchain {

/// What an ELF file says of itself.
struct ElfFacts {
  std::string build_id;              ///< Raw bytes of NT_GNU_BUILD_ID; empty when there is none.
  std::vector<std::string> needed;   ///< DT_NEEDED, in order.
  std::vector<std::string> runpath;  ///< DT_RUNPATH (or DT_RPATH), split at ':', $ORIGIN not expanded.
};

/// Reads headers, notes and the dynamic section: some kilobytes, whatever the size of the file.
/// nullopt for what is not a well-formed 64-bit little-endian ELF file (both of hull's hosts are).
std::optional<ElfFacts> read_elf(const std::string& path);

}  // namespace hull::toolchain
