// The directory where hull puts everything it builds: made, marked, and locked.
//
//   target/CACHEDIR.TAG     marks it as hull's own (and tells backup programs to skip it)
//   target/debug/.hull/lock one build at a time per profile
#pragma once

#include <string>

#include "base/result.h"
#include "cli/console.h"

namespace hull::cli {

/// True when `directory` carries the tag that hull wrote.
bool is_ours(const std::string& directory);

/// Makes `directory` (absolute) with its CACHEDIR.TAG (https://bford.info/cachedir/).
/// Errors: it is not empty and hull did not make it; it cannot be made.
Result<void> make_target_directory(const std::string& directory);

/// An exclusive lock, kept until destruction (or until the process ends, however it ends).
class DirectoryLock {
 public:
  DirectoryLock() = default;
  /// Waits for the lock at `path`; while another process holds it, says so once, with that process's id.
  /// `shown` names the directory for people.
  static Result<DirectoryLock> acquire(const std::string& path, const std::string& shown, Console& console);
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&& other) noexcept;
  ~DirectoryLock();
  void release();
  /// True when another process had it first: what was read before may have changed meanwhile.
  bool waited() const { return waited_; }

 private:
  explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
  bool waited_ = false;
};

}  // namespace hull::cli
