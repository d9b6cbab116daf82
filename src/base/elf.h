// What hull reads from ELF files: the facts that tell one build of a program from another, the name by which
// a shared library is loaded, and where a program keeps its strings.
//
// Layout: System V ABI, chapters 4 and 5; the build-id note: ld(1), --build-id. Files come from anywhere, so
// every offset is checked against the size: a damaged file gives less, and nothing worse.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hull {

/// What an ELF file says of itself.
struct ElfFacts {
  std::string build_id;              ///< Raw bytes of NT_GNU_BUILD_ID; empty when there is none.
  std::string soname;                ///< DT_SONAME; empty when there is none.
  std::vector<std::string> needed;   ///< DT_NEEDED, in order.
  std::vector<std::string> runpath;  ///< DT_RUNPATH (or DT_RPATH), split at ':', $ORIGIN not expanded.
};

/// Reads headers, notes and the dynamic section: some kilobytes, whatever the size of the file. nullopt for
/// what is not a 64-bit little-endian ELF file with program headers (both of hull's hosts have such).
std::optional<ElfFacts> read_elf(std::string_view file);
/// The same of the file at `path`, without reading it whole.
std::optional<ElfFacts> read_elf_file(const std::string& path);

/// The parts of a program, of 64 or 32 bits, in which string constants and names of imported symbols can
/// stand: what it loads read-only, without the code where a linker kept that apart. Debug information, the
/// bulk of a file, is not loaded.
std::vector<std::string_view> elf_strings(std::string_view file);

}  // namespace hull
