// What compilers answered in earlier runs, in one small JSON file per target directory.
//
// The file is a cache in the strict sense: whatever is wrong with it (missing, torn, of another version, not
// writable) only means that compilers are asked again. An answer is found by question and by the identity of
// the driver, and is used only while `still_holds` says so.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "toolchain/compiler.h"
#include "toolchain/identity.h"

namespace hull::toolchain {

/// One remembered answer.
struct CachedAnswer {
  CompilerQuestion question;
  Digest driver;  ///< Identity of the driver when it was asked.
  CompilerFacts facts;
};

struct FactsCache {
  std::vector<CachedAnswer> answers;              ///< Most recently added first.
  std::map<std::string, ContentRecord> contents;  ///< Digests of large files without build-id.

  /// The content of `file`, or an empty cache.
  static FactsCache load(const std::string& file);
  /// Writes `file` whole; failure is no error (the next run asks again).
  void save(const std::string& file) const;

  const CompilerFacts* find(const CompilerQuestion& question, const Digest& driver) const;
  /// Adds an answer in place of an earlier one to the same question, and forgets the oldest of many.
  void add(CachedAnswer answer);
};

}  // namespace hull::toolchain
