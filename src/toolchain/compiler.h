// What a compiler driver says of itself.
//
// One run of `driver -E -v -x c++ /dev/null` tells everything hull wants to know: kind, version, target,
// the programs the driver starts, and the built-in search list. The run takes some 20 ms, so the answer is
// remembered (facts_cache.h) for as long as everything it depends on stays as it was.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "toolchain/identity.h"
#include "toolchain/toolchain.h"

namespace hull::toolchain {

/// A question to a compiler driver.
struct CompilerQuestion {
  std::string path;    ///< Absolute path of the driver.
  bool cxx = true;     ///< Asked about C++ (else C).
  std::string stdlib;  ///< "libc++" or "libstdc++"; only Clang's C++ is asked with -stdlib.

  friend bool operator==(const CompilerQuestion&, const CompilerQuestion&) = default;
};

/// The answer.
struct CompilerFacts {
  CompilerKind kind = CompilerKind::Clang;
  std::string version;
  std::string target;                 ///< As reported, without vendor.
  std::string installed_directory;    ///< Clang: where its own programs stand ("InstalledDir").
  std::vector<std::string> includes;  ///< The list between "search starts here" and "End of search list".

  // What the answer depends on besides the driver itself.

  /// A program that the driver starts (cc1plus, as, ld, clang behind a wrapper).
  struct Program {
    std::string path;
    Digest identity;
  };
  std::vector<Program> programs;
  std::vector<std::string> absent;  ///< Directories that would join the search list once they exist.
  /// A directory from which the driver picks by listing it (Clang chooses the newest GCC installation).
  struct Listing {
    std::string directory;
    Digest names;
  };
  std::vector<Listing> listings;
};

/// Digest over the names in `directory`; that of nothing when it cannot be listed.
Digest listing_digest(const std::string& directory);

/// Reads the standard error of `driver -E -v`. Programs have paths but no identity yet. Errors: neither
/// Clang nor GCC, or no target.
Result<CompilerFacts> parse_compiler_answer(std::string_view text);

/// Runs the driver in `environment`. Errors: it cannot be started, fails, crashes, or is silent for
/// `timeout`; each says what the driver printed.
Result<CompilerFacts> ask_compiler(const CompilerQuestion& question,
                                   const std::vector<std::string>& environment,
                                   std::chrono::milliseconds timeout, Identities& identities);

/// True while nothing that `facts` depend on has changed. Costs a few small reads.
bool still_holds(const CompilerFacts& facts, Identities& identities);

/// The number before the first dot of a version.
int major_version(std::string_view version);

}  // namespace hull::toolchain
