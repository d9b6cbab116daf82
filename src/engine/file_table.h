// Paths as small numbers, and what is known of each file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hull::engine {

/// A path, as an index into the FileTable.
using FileId = std::uint32_t;
inline constexpr FileId kNoFile = ~FileId{0};

/// Sorts, and drops what is there twice.
void each_once(std::vector<FileId>& files);

/// Interns paths. The bytes of a path live as long as the table (or as the state log's mapping, for
/// paths that came from it), so views stay valid.
class FileTable {
 public:
  FileTable();
  ~FileTable();
  FileTable(const FileTable&) = delete;
  FileTable& operator=(const FileTable&) = delete;

  /// The id of `path`, new when it was unknown. Copies the bytes.
  FileId intern(std::string_view path);
  /// As `intern`, without a copy: `path` must outlive the table.
  FileId intern_view(std::string_view path);
  /// The id of `path`, or kNoFile.
  FileId find(std::string_view path) const;
  std::string_view path(FileId id) const { return paths_[id]; }
  std::size_t size() const { return paths_.size(); }

 private:
  FileId insert(std::string_view path, std::uint64_t hash, bool copy);
  std::string_view copy(std::string_view path);

  std::vector<std::string_view> paths_;
  std::vector<FileId> slots_;               ///< Open addressing, power of two; kNoFile is empty.
  std::vector<std::uint32_t> hashes_;       ///< By FileId: low half of the hash, to skip compares.
  std::vector<char*> blocks_;               ///< Arena of copied bytes.
  std::size_t block_used_ = 0;
  std::size_t block_size_ = 0;
};

}  // namespace hull::engine
