// "Nothing at all moved", answered without reading manifests, planning or the state log.
//
// After a build that left everything up to date, the seal lists every file and directory that the answer rests on: what
// the engine looked at, and what planning did (manifests, listed directories, the compiler's files), each with its
// stamp. When the next build is asked the same question (`key`) and every stamp is the same, the answer is the
// same. Anything else, and the seal says nothing: the ordinary path decides. So a seal can make a build
// faster but never decides what is dirty.
//
// Entries are grouped by directory: a statx relative to an open directory walks no path, and costs a fifth less.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "engine/disk.h"
#include "engine/state_log.h"

namespace hull::engine {

/// One thing that a seal rests on.
struct SealEntry {
  std::string_view path;  ///< Relative to the root, or absolute.
  Presence presence = Presence::Missing;
  Stamp stamp;
};

/// Writes the seal at the absolute `path`. Relative entries are below `root`; `text` is what to say when it holds.
Result<void> write_seal(const std::string& path, const Digest& key, const std::string& root,
                        std::span<const SealEntry> entries, std::string_view text);

/// The seal's text when there is one for `key` and everything is as it was; else nullopt. Costs one read and a statx per
/// entry; a damaged or old file counts as none.
std::optional<std::string> seal_holds(const std::string& path, const Digest& key);

/// Collects entries for a seal and refuses what cannot be trusted.
class SealBuilder {
 public:
  /// `started_ns` is Disk::now_ns() from before anything was read.
  SealBuilder(const Disk& disk, std::int64_t started_ns) : disk_(disk), started_ns_(started_ns) {}

  /// What planning read or listed: looked at now; what was touched since the start spoils the seal.
  void add_read(std::string_view path);
  /// What the engine looked at, as its log knows it; a stamp that is not trusted spoils the seal.
  void add_looked(std::string_view path, const FileRecord& record);

  bool sound() const { return sound_; }
  const std::vector<SealEntry>& entries() const { return entries_; }

 private:
  const Disk& disk_;
  std::int64_t started_ns_;
  bool sound_ = true;
  std::vector<SealEntry> entries_;
};

}  // namespace hull::engine
