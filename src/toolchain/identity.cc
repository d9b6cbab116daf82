#include "toolchain/identity.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/elf.h"
#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {
namespace {

/// Files up to this size are hashed on every call: faster than remembering, and never stale.
constexpr std::uint64_t kAlwaysHashed = 1 << 20;

/// Shared libraries whose code decides what a tool writes. The C and C++ runtimes do not.
constexpr std::array<std::string_view, 6> kCompilerLibraries = {"libLLVM", "libclang",   "liblld",
                                                                "libbfd",  "libopcodes", "libctf"};

/// Where the dynamic loader looks after RUNPATH (ld.so(8)), on Debian and on distributions with lib64.
constexpr std::array<std::string_view, 8> kLibraryDirectories = {"/lib/x86_64-linux-gnu",
                                                                 "/usr/lib/x86_64-linux-gnu",
                                                                 "/lib/aarch64-linux-gnu",
                                                                 "/usr/lib/aarch64-linux-gnu",
                                                                 "/lib64",
                                                                 "/usr/lib64",
                                                                 "/usr/lib",
                                                                 "/usr/local/lib"};

bool is_compiler_library(std::string_view name) {
  for (std::string_view prefix : kCompilerLibraries) {
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

std::optional<std::string> find_library(const std::string& name, const std::vector<std::string>& runpath,
                                        std::string_view origin) {
  for (const std::string& directory : runpath) {
    std::string expanded = replace_all(directory, "$ORIGIN", origin);
    expanded = replace_all(expanded, "${ORIGIN}", origin);
    const std::string candidate = path::join(expanded, name);
    if (fs::is_file(candidate)) return candidate;
  }
  for (std::string_view directory : kLibraryDirectories) {
    const std::string candidate = path::join(directory, name);
    if (fs::is_file(candidate)) return candidate;
  }
  return std::nullopt;
}

}  // namespace

Result<Digest> Identities::content(const std::string& path, std::uint64_t size) {
  if (size <= kAlwaysHashed) return sha256_file(path);
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  if (error) return sha256_file(path);
  const std::int64_t modified =
      std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
  const auto known = contents_.find(path);
  if (known != contents_.end() && known->second.size == size && known->second.modified == modified) {
    return known->second.digest;
  }
  HULL_TRY(const Digest digest, sha256_file(path));
  contents_[path] = {.size = size, .modified = modified, .digest = digest};
  contents_changed_ = true;
  return digest;
}

std::vector<std::string> Identities::files() const {
  std::vector<std::string> paths;
  for (const auto& [path, digest] : seen_) paths.push_back(path);
  return paths;
}

Result<Digest> Identities::of(const std::string& path) {
  const std::optional<std::string> resolved = fs::canonical(path);
  if (!resolved) return fail("no such program: " + printable(path));
  if (const auto known = seen_.find(*resolved); known != seen_.end()) return known->second;

  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(*resolved, error);
  if (error) return fail(os_error("cannot read " + printable(*resolved), error.value()));

  const std::optional<ElfFacts> elf = read_elf_file(*resolved);
  Hasher hasher;
  hasher.number(size);
  if (elf && !elf->build_id.empty()) {
    hasher.field(elf->build_id);
  } else {
    HULL_TRY(const Digest digest, content(*resolved, size));
    hasher.digest(digest);
  }
  seen_.emplace(*resolved, Digest{});  // Ends the recursion for libraries that need each other.
  if (elf) {
    for (const std::string& library : elf->needed) {
      if (!is_compiler_library(library)) continue;
      // A library that is not found makes the program fail to start, which asking it will show.
      const auto file = find_library(library, elf->runpath, path::directory(*resolved));
      if (!file || fs::canonical(*file) == resolved) continue;
      HULL_TRY(const Digest digest, of(*file));
      hasher.field(library).digest(digest);
    }
  }
  return seen_[*resolved] = hasher.finish();
}

Result<Digest> program_identity(const std::string& path) { return Identities().of(path); }

}  // namespace hull::toolchain
