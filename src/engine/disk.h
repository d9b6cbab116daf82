// The disk as the engine sees it: stamps, contents, listings, relative to one root.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/state_log.h"

namespace hull::engine {

/// What one `statx` tells.
struct Look {
  Presence presence = Presence::Missing;
  Stamp stamp;
  unsigned mode = 0;     ///< Permission bits.
  bool regular = false;  ///< A File that can be read to its end: no pipe, socket or device.
};

/// The directory that relative paths start from, held open, so that the process's own working directory
/// does not matter.
class Disk {
 public:
  /// Errors: `root` is no directory.
  static Result<Disk> open(const std::string& root);
  Disk(Disk&& other) noexcept;
  Disk& operator=(Disk&&) = delete;
  ~Disk();

  const std::string& root() const { return root_; }
  int descriptor() const { return descriptor_; }

  /// Follows links. What cannot be reached (ENOENT, ENOTDIR, ELOOP, EACCES on the way) is Missing.
  Look look(std::string_view path) const;
  /// The same for `name` in an open directory.
  static Look look_at(int directory, const char* name);
  /// The whole content. Errors: unreadable.
  Result<std::string> read(std::string_view path) const;
  /// The same in pieces of up to 256 KiB, each valid during its call of `visit`. What needs not be kept costs no memory, of
  /// which the page faults are half the price of a large file.
  Result<void> read_pieces(std::string_view path, const std::function<void(std::string_view)>& visit) const;
  /// Sorted entry names without "." and "..". Errors: unreadable.
  Result<std::vector<std::string>> list(std::string_view path) const;
  /// Makes `path` and what is missing above it. True when it was not there, so it is empty.
  Result<bool> make_directories(std::string_view path) const;
  Result<void> write(std::string_view path, std::string_view content) const;
  /// True for a regular file that is not reached through a link of this name.
  bool is_plain_file(std::string_view path) const;
  /// Removes a file or link; a missing one is no error.
  Result<void> remove(std::string_view path) const;
  /// Absolute form of a path of the graph.
  std::string absolute(std::string_view path) const;

  /// CLOCK_REALTIME_COARSE in nanoseconds: the clock that file systems stamp files with.
  static std::int64_t now_ns();
  /// CLOCK_REALTIME in nanoseconds. Since Linux 6.13 some stamps are as fine as this.
  static std::int64_t fine_now_ns();

 private:
  Disk(std::string root, int descriptor) : root_(std::move(root)), descriptor_(descriptor) {}
  std::string root_;
  int descriptor_;
};

}  // namespace hull::engine
