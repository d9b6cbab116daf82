// The disk: reading, writing atomically, listing. Paths are byte strings (see base/path.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::fs {

/// What a file is; links are followed.
enum class FileKind { Missing, File, Directory, Other };

/// The kind of `path`; Missing also when it cannot be reached.
FileKind kind(const std::string& path);
inline bool exists(const std::string& path) { return kind(path) != FileKind::Missing; }
inline bool is_file(const std::string& path) { return kind(path) == FileKind::File; }
inline bool is_directory(const std::string& path) { return kind(path) == FileKind::Directory; }

/// The whole content. Errors name the path and the cause.
Result<std::string> read(const std::string& path);

/// Writes through a temporary file in the same directory and a rename: readers see the old or the
/// new content, never a part, and a kill leaves the old. Makes parent directories. Keeps the mode
/// of a file that was there. A symbolic link at `path` is replaced, not followed.
Result<void> write(const std::string& path, std::string_view content);

/// As `write`, but leaves a file that already has this content untouched (mtime included).
/// True when it wrote.
Result<bool> write_if_changed(const std::string& path, std::string_view content);

Result<void> make_directories(const std::string& path);
/// Copies content and permission bits (reflink or copy_file_range where the kernel can).
Result<void> copy_file(const std::string& from, const std::string& to);
/// Removes a file, or a directory with all it holds; a missing path is no error; links are removed,
/// never followed.
Result<void> remove_all(const std::string& path);

/// One entry of a directory.
struct Entry {
  std::string name;
  FileKind kind;         ///< Of what the entry leads to: symbolic links are followed.
  bool is_link = false;  ///< The entry is a symbolic link.
};
/// Entries of `directory`, sorted by name as bytes, without "." and "..".
Result<std::vector<Entry>> list(const std::string& directory);

/// The working directory, absolute; "" when it was removed.
std::string current_directory();
/// Absolute, with every symbolic link resolved; nullopt when it does not exist.
std::optional<std::string> canonical(const std::string& path);

/// A directory made under $TMPDIR (or /tmp) and removed with everything in it at destruction.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace hull::fs
