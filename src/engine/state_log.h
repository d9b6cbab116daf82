// What earlier builds left: one append-only, checksummed file per target directory.
//
// The log answers two questions: what was each file when we last looked (its stamp and digests), and
// what did each action read and write when it last succeeded. Time is a counter, never a clock:
//
//   - a file carries the counter's value at which its content, and its tokens, were last seen to change;
//   - an action carries the counter's value when it started, and when it had ended.
//
// An action is out of date when an input changed after the action started. So a change that happens while
// the action runs makes it dirty, whenever it is noticed, and a build need not compare digests per edge.
//
// Format (little endian): 16 bytes of header ("hull-state", version), then records
//
//   u32 payload size | u8 type | 3 bytes 0 | u64 XXH3 of type and payload | payload
//
// Reading stops at the first record that is cut or whose checksum is wrong; the file is truncated there:
// what follows is unknown to us, so the actions concerned run again. Files are numbered by the order
// of their Path records, which is their FileId. When more than half of a log is superseded it is rewritten on
// opening.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "engine/file_table.h"

namespace hull::engine {

/// What the kernel tells of a file without reading it. All zero means "unknown": never equal to what
/// a file has. ctime is part of it because nothing a user does sets it back: a tree restored with old mtimes
/// is noticed.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::int64_t ctime_ns = 0;
  std::uint64_t inode = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

enum class Presence : std::uint8_t { Unknown, Missing, File, Directory };

/// What is known of one file. For a directory the content digest is that of its sorted entry names.
struct FileRecord {
  Presence presence = Presence::Unknown;
  Stamp stamp;
  Digest content;
  Digest tokens;                       ///< Equal to `content` for what is not C-family text.
  std::uint64_t content_changed = 0;   ///< Counter value of the last seen change.
  std::uint64_t tokens_changed = 0;
  bool embeds = false;                 ///< The text has #embed: its includers compare content, not tokens.
  std::vector<std::string> spellings;  ///< Names it looks up in ways a depfile does not tell (engine/tokens.h).
};

/// What one action did when it last succeeded. Views point into the log's memory.
struct ActionRecord {
  Digest command;
  std::uint64_t started = 0;           ///< Counter when it started.
  std::uint64_t ended = 0;             ///< Counter when its outputs had been looked at.
  std::uint32_t duration_ms = 0;
  std::uint32_t max_rss_kib = 0;
  bool exact = false;                  ///< Inputs compare by content even when the action says tokens.
  std::uint64_t absence = 0;           ///< Digest of which shadowing candidates existed (engine/absence.h).
  std::uint32_t input_count = 0;
  std::uint32_t watched_count = 0;
  std::string_view text;                  ///< What it printed, when that is kept (Action::keeps_output).
  const unsigned char* inputs = nullptr;  ///< LEB128 deltas of sorted FileIds: inputs, then watched directories.
  const unsigned char* end = nullptr;
};

/// Decodes the id lists of an ActionRecord.
class IdReader {
 public:
  IdReader(const unsigned char* at, const unsigned char* end) : at_(at), end_(end) {}
  /// The next id; kNoFile when the bytes end early.
  FileId next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 35; shift += 7) {
      const unsigned char byte = *at_++;
      value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
      if (!(byte & 0x80)) return last_ += value;
    }
    return kNoFile;
  }
  /// Starts the next list.
  void restart() { last_ = 0; }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
  FileId last_ = 0;
};

/// What an action did, to be recorded.
struct ActionResult {
  Digest command;
  std::uint64_t started = 0, ended = 0;
  std::uint32_t duration_ms = 0, max_rss_kib = 0;
  bool exact = false;
  std::uint64_t absence = 0;
  std::vector<FileId> inputs;          ///< Declared and discovered; order does not matter.
  std::vector<FileId> watched;         ///< Directories.
  std::string text = {};               ///< What it printed, when that is kept.
};

class StateLog {
 public:
  /// Opens or makes the log at `path` and owns the file table of the build. A file of another version or with a
  /// broken header counts as empty. Errors: it cannot be read or written.
  static Result<std::unique_ptr<StateLog>> open(const std::string& path);
  ~StateLog();
  StateLog(const StateLog&) = delete;
  StateLog& operator=(const StateLog&) = delete;

  FileTable& files() { return files_; }

  /// The value of the counter; `advance` adds one and gives the new value.
  std::uint64_t counter() const { return counter_; }
  std::uint64_t advance() { return ++counter_; }

  /// What is known of `file`; Presence::Unknown when nothing is.
  const FileRecord& file(FileId file) const;
  /// The last success of the action whose first output is `output`.
  std::optional<ActionRecord> action(FileId output) const;

  void record(FileId file, FileRecord record);
  void record(FileId output, const ActionResult& result);

  /// Gives buffered records to the kernel. Errors: the disk is full, or the directory is read-only.
  Result<void> flush();

  /// Records read at opening; and of those, the ones still current. For tests and compaction.
  std::size_t records_read() const { return records_read_; }

 private:
  StateLog() = default;
  void load();
  bool apply(unsigned type, const unsigned char* payload, std::size_t size);
  Result<void> compact();
  Result<void> write_header();
  void log_paths(FileId up_to);
  void append(unsigned type, std::string_view payload);

  FileTable files_;
  std::string path_;
  int descriptor_ = -1;
  const unsigned char* mapping_ = nullptr;
  std::size_t mapping_size_ = 0;
  std::size_t good_size_ = 0;           ///< Bytes of the mapping that hold whole records.
  std::size_t records_read_ = 0;
  std::size_t superseded_ = 0;
  std::uint64_t counter_ = 0;
  FileId paths_logged_ = 0;             ///< Files below this number have their Path record.
  std::vector<std::uint32_t> file_index_;     ///< By FileId: into file_records_, or kNoFile.
  std::vector<FileRecord> file_records_;
  std::vector<std::string_view> actions_;     ///< By FileId of the first output: payload, or empty.
  std::vector<std::unique_ptr<char[]>> recorded_;  ///< Payloads written by this process.
  std::string buffer_;
};

}  // namespace hull::engine
