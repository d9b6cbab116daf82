// Plugins of Clang: which compilers can load one.
//
// A plugin is made of the classes of one version of Clang and takes them from the compiler that loads it. So
// that must be of this version, and have its classes in the shared library: in one that has them linked in, a
// plugin would bring a second Clang along, whose registries nobody asks.
#include <fmt/format.h>

#include <algorithm>

#include "base/elf.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {

std::optional<std::string> why_no_plugin(const Compiler& compiler, std::string_view version) {
  if (compiler.kind != CompilerKind::Clang) return fmt::format("the compiler is GCC {}", compiler.version);
  if (!compiler.version.starts_with(fmt::format("{}.", version))) {
    return fmt::format("the compiler is Clang {}, not {}", compiler.version, version);
  }
  const auto elf = read_elf_file(compiler.program);
  const std::string library = fmt::format("libclang-cpp.so.{}", version);
  if (!elf || std::ranges::find(elf->needed, library) == elf->needed.end()) {
    return fmt::format("this Clang {} does not use {}", compiler.version, library);
  }
  return std::nullopt;
}

}  // namespace hull::toolchain
