// Results of actions, shared by all workspaces of a user.
//
// Two kinds of files in one directory:
//
//   cas/ab/<sha256>   blobs: outputs, named by their content
//   ac/ab/<sha256>    entries: for one command and its declared inputs, the variants seen so far
//
// A variant lists the inputs that the action discovered, with their digests, the absence digest
// (engine/absence.h), and the outputs. It is a hit when every discovered input has that digest now (or is
// absent, as it was) and no shadowing header came or went; so a clean checkout of an old commit hits, and a
// header created in front of another misses. Nothing is believed: a blob is hashed when it is restored (its
// hash is needed for the state log anyway), and one that is not what its name says is deleted and counts as a
// miss. Files are written beside their place and renamed, so concurrent builds see whole files; two that add
// a variant at once may lose one of them, which costs a later miss.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "engine/cache_entry.h"

namespace hull::engine {

class ActionCache {
 public:
  /// Opens or makes a cache that keeps at most `max_bytes` of blobs. Errors: the directory cannot be made or written.
  static Result<std::unique_ptr<ActionCache>> open(const std::string& directory, std::uint64_t max_bytes);

  const std::string& directory() const { return directory_; }

  /// What is known for `key`, latest first. A missing or damaged entry is empty.
  std::vector<CachedVariant> find(const Digest& key) const;
  /// Adds `variant`, whose outputs lie at the absolute `paths`. Errors: the disk is full, ... ; the
  /// caller goes on without.
  Result<void> insert(const Digest& key, const CachedVariant& variant, const std::vector<std::string>& paths);
  /// Copies a blob to the absolute `path` (replacing what is there, never writing through a hard link). False when
  /// the cache does not have it or cannot be read. The content is NOT verified here.
  bool restore(const CachedOutput& output, const std::string& path) const;
  /// Removes a blob that turned out not to be what its name says.
  void discard(const Digest& blob);
  /// Removes all that is known for `key`.
  void forget(const Digest& key);

  struct Size {
    std::uint64_t blobs = 0, entries = 0, bytes = 0;
  };
  Size size() const;
  /// Removes least recently used blobs and entries until at most `max_bytes` are left. Safe beside running builds: they
  /// see misses. Gives the bytes freed.
  Result<std::uint64_t> collect(std::uint64_t max_bytes);
  /// Collects when this build has added much, or none has looked for a day.
  Result<void> collect_if_due();
  /// Reads every blob; removes those that are damaged and gives their names.
  Result<std::vector<std::string>> verify();

 private:
  ActionCache(std::string directory, std::uint64_t max_bytes)
      : directory_(std::move(directory)), max_bytes_(max_bytes) {}
  std::string blob_path(const Digest& digest) const;
  std::string entry_path(const Digest& key) const;
  Result<void> store_blob(const Digest& digest, const std::string& from);

  std::string directory_;
  std::uint64_t max_bytes_;
  std::uint64_t added_ = 0;
};

}  // namespace hull::engine
