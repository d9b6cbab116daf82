#include "engine/seal.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::engine {

namespace {

// u64 magic and version | u64 XXH3 of the rest | key | root | text | groups:
// (texts: u32 size, bytes, NUL)
// directory | u32 entries | entries: u8 presence, stamp, name
constexpr std::uint64_t kMagic = 0x314c4145534c5548;  // "HULSEAL1"

class Bytes {
 public:
  template <class T>
  void put(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put_text(std::string_view text) {
    put(static_cast<std::uint32_t>(text.size()));
    out_.append(text);
    out_.push_back('\0');
  }
  const std::string& str() const { return out_; }

 private:
  std::string out_;
};

// Reads what `Bytes` wrote; the checksum has been verified, so only a file of another build could be short.
class Cursor {
 public:
  Cursor(const char* at, std::size_t size) : at_(at), end_(at + size) {}
  template <class T>
  bool get(T& value) {
    if (static_cast<std::size_t>(end_ - at_) < sizeof value) return false;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return true;
  }
  // NUL-terminated in place.
  bool get_text(std::string_view& text) {
    std::uint32_t size;
    if (!get(size) || static_cast<std::size_t>(end_ - at_) < std::size_t{size} + 1) return false;
    text = {at_, size};
    at_ += size + 1;
    return true;
  }
  bool at_end() const { return at_ == end_; }

 private:
  const char* at_;
  const char* end_;
};

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

bool group_holds(Cursor& cursor, const Disk& disk) {
  std::string_view directory;
  std::uint32_t count;
  if (!cursor.get_text(directory) || !cursor.get(count)) return false;
  const OpenFile opened(
      ::openat(disk.descriptor(), directory.empty() ? "." : directory.data(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  for (std::uint32_t i = 0; i < count; ++i) {
    Presence presence;
    Stamp stamp;
    std::string_view name;
    if (!cursor.get(presence) || !cursor.get(stamp) || !cursor.get_text(name)) return false;
    const Look seen = opened.get() < 0 ? Look{} : Disk::look_at(opened.get(), name.data());
    if (seen.presence != presence || (presence != Presence::Missing && seen.stamp != stamp)) return false;
  }
  return true;
}

}  // namespace

Result<void> write_seal(const std::string& path, const Digest& key, const std::string& root,
                        std::span<const SealEntry> entries, std::string_view text) {
  struct Split {
    std::string_view directory, name;
    const SealEntry* entry;
  };
  std::vector<Split> sorted;
  sorted.reserve(entries.size());
  for (const SealEntry& entry : entries) {
    const std::string_view name = path::name(entry.path);
    // "." and "/" have no name of their own; statx takes "." relative to themselves.
    const bool whole = entry.path == "." || entry.path == "/";
    sorted.push_back({whole ? entry.path : path::directory(entry.path), whole ? "." : name, &entry});
  }
  std::sort(sorted.begin(), sorted.end(), [](const Split& a, const Split& b) {
    return a.directory != b.directory ? a.directory < b.directory : a.name < b.name;
  });
  sorted.erase(std::unique(sorted.begin(), sorted.end(),
                           [](const Split& a, const Split& b) { return a.directory == b.directory && a.name == b.name; }),
               sorted.end());

  Bytes body;
  body.put(key);
  body.put_text(root);
  body.put_text(text);
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end].directory == sorted[i].directory) ++end;
    body.put_text(sorted[i].directory);
    body.put(static_cast<std::uint32_t>(end - i));
    for (; i < end; ++i) {
      body.put(sorted[i].entry->presence);
      body.put(sorted[i].entry->stamp);
      body.put_text(sorted[i].name);
    }
  }
  Bytes file;
  file.put(kMagic);
  file.put(XXH3_64bits(body.str().data(), body.str().size()));
  return fs::write(path, file.str() + body.str());
}

std::optional<std::string> seal_holds(const std::string& path, const Digest& key) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status;
  constexpr std::size_t kHeader = 16;
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < kHeader + sizeof key) return std::nullopt;
  void* mapping = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.get(), 0);
  if (mapping == MAP_FAILED) return std::nullopt;
  const char* bytes = static_cast<const char*>(mapping);
  const auto check = [&]() -> std::optional<std::string> {
    std::uint64_t magic, sum;
    std::memcpy(&magic, bytes, 8);
    std::memcpy(&sum, bytes + 8, 8);
    if (magic != kMagic || XXH3_64bits(bytes + kHeader, size - kHeader) != sum) return std::nullopt;
    Cursor cursor(bytes + kHeader, size - kHeader);
    Digest sealed;
    std::string_view root, text;
    if (!cursor.get(sealed) || sealed != key || !cursor.get_text(root) || !cursor.get_text(text)) return std::nullopt;
    std::string said(text);
    const auto disk = Disk::open(std::string(root));
    if (!disk) return std::nullopt;
    while (!cursor.at_end()) {
      if (!group_holds(cursor, *disk)) return std::nullopt;
    }
    return said;
  };
  auto result = check();
  ::munmap(mapping, size);
  return result;
}

void SealBuilder::add_read(std::string_view path) {
  const Look seen = disk_.look(path);
  if (seen.presence != Presence::Missing && std::max(seen.stamp.mtime_ns, seen.stamp.ctime_ns) >= started_ns_) {
    sound_ = false;
  }
  entries_.push_back({path, seen.presence, seen.stamp});
}

void SealBuilder::add_looked(std::string_view path, const FileRecord& record) {
  if (record.presence == Presence::Unknown || (record.presence != Presence::Missing && record.stamp == Stamp{})) {
    sound_ = false;
  }
  entries_.push_back({path, record.presence, record.stamp});
}

}  // namespace hull::engine
