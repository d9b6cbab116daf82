#include "engine/state_log.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::engine {

namespace {

constexpr char kMagic[12] = {'h', 'u', 'l', 'l', '-', 's', 't', 'a', 't', 'e', 0, 0};
// Also raised when the scan of engine/tokens.h gives other digests.
constexpr std::uint32_t kVersion = 3;
constexpr std::size_t kHeaderSize = 16;
constexpr std::size_t kRecordHeaderSize = 16;
constexpr std::uint64_t kMaxCounter = std::uint64_t{1} << 62;
constexpr std::size_t kSmallLog = 2000;  // Records; below this a rewrite gains nothing.

enum RecordType : unsigned { kPathRecord = 1, kFileRecord = 2, kActionRecord = 3 };

constexpr const char* kNewSuffix = ".new";

const FileRecord kUnknownFile;

std::uint64_t checksum(unsigned type, const void* payload, std::size_t size) {
  return XXH3_64bits_withSeed(payload, size, type);
}

// Appends fixed-size values in the machine's order; the header's version would change with another.
class Writer {
 public:
  template <class T>
  Writer& put(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Writer& text(std::string_view value) {
    put(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
    return *this;
  }
  Writer& ids(std::span<const FileId> sorted) {
    FileId last = 0;
    for (const FileId id : sorted) {
      std::uint32_t delta = id - last;
      last = id;
      while (delta >= 0x80) {
        out_.push_back(static_cast<char>(delta | 0x80));
        delta >>= 7;
      }
      out_.push_back(static_cast<char>(delta));
    }
    return *this;
  }
  const std::string& str() const { return out_; }

 private:
  std::string out_;
};

class Reader {
 public:
  Reader(const unsigned char* at, std::size_t size) : at_(at), end_(at + size) {}
  template <class T>
  T get() {
    T value{};
    if (static_cast<std::size_t>(end_ - at_) < sizeof value) {
      good_ = false;
      return value;
    }
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string_view text() {
    const auto size = get<std::uint32_t>();
    if (!good_ || static_cast<std::size_t>(end_ - at_) < size) {
      good_ = false;
      return {};
    }
    const std::string_view value(reinterpret_cast<const char*>(at_), size);
    at_ += size;
    return value;
  }
  bool good() const { return good_; }
  const unsigned char* at() const { return at_; }
  const unsigned char* end() const { return end_; }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
  bool good_ = true;
};

std::string encode(FileId id, const FileRecord& record) {
  const bool own_tokens = record.tokens != record.content;
  Writer writer;
  writer.put(id).put(record.presence);
  writer.put(static_cast<std::uint8_t>((own_tokens ? 1 : 0) | (record.embeds ? 2 : 0)));
  writer.put(record.stamp).put(record.content);
  if (own_tokens) writer.put(record.tokens);
  writer.put(record.content_changed).put(record.tokens_changed);
  writer.put(static_cast<std::uint32_t>(record.spellings.size()));
  for (const std::string& spelling : record.spellings) writer.text(spelling);
  return writer.str();
}

std::optional<ActionRecord> decode_action(std::string_view payload) {
  Reader reader(reinterpret_cast<const unsigned char*>(payload.data()), payload.size());
  ActionRecord record;
  reader.get<FileId>();
  record.command = reader.get<Digest>();
  record.started = reader.get<std::uint64_t>();
  record.ended = reader.get<std::uint64_t>();
  record.duration_ms = reader.get<std::uint32_t>();
  record.max_rss_kib = reader.get<std::uint32_t>();
  record.exact = reader.get<std::uint8_t>() != 0;
  record.absence = reader.get<std::uint64_t>();
  record.input_count = reader.get<std::uint32_t>();
  record.watched_count = reader.get<std::uint32_t>();
  record.text = reader.text();
  record.inputs = reader.at();
  record.end = reader.end();
  if (!reader.good()) return std::nullopt;
  return record;
}

Result<void> write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return fail(os_error(fmt::format("cannot write build state {}", path), errno));
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return {};
}

}  // namespace

StateLog::~StateLog() {
  // A record that cannot be written now only means that its action runs again.
  (void)flush();
  if (mapping_) ::munmap(const_cast<unsigned char*>(mapping_), mapping_size_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<std::unique_ptr<StateLog>> StateLog::open(const std::string& path) {
  for (bool compacted = false;; compacted = true) {
    std::unique_ptr<StateLog> log(new StateLog);
    log->path_ = path;
    HULL_CHECK(fs::make_directories(std::string(path::directory(path))));
    log->descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (log->descriptor_ < 0) return fail(os_error(fmt::format("cannot open build state {}", path), errno));
    log->load();
    if (log->good_size_ < kHeaderSize) {
      HULL_CHECK(log->write_header());
    } else if (log->good_size_ < log->mapping_size_ &&
               ::ftruncate(log->descriptor_, static_cast<off_t>(log->good_size_)) != 0) {
      return fail(os_error(fmt::format("cannot repair build state {}", path), errno));
    }
    if (compacted || log->records_read_ < kSmallLog || log->superseded_ * 2 < log->records_read_) return log;
    // Compacting saves space and time; a disk too full for it is no reason not to build.
    if (!log->compact()) {
      ::unlink((path + kNewSuffix).c_str());
      return log;
    }
  }
}

Result<void> StateLog::write_header() {
  if (::ftruncate(descriptor_, 0) != 0) return fail(os_error(fmt::format("cannot write build state {}", path_), errno));
  std::string header(kMagic, sizeof kMagic);
  header.append(reinterpret_cast<const char*>(&kVersion), sizeof kVersion);
  return write_all(descriptor_, header, path_);
}

void StateLog::load() {
  struct stat status;
  if (::fstat(descriptor_, &status) != 0 || static_cast<std::size_t>(status.st_size) < kHeaderSize) return;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* mapping = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor_, 0);
  if (mapping == MAP_FAILED) return;
  mapping_ = static_cast<const unsigned char*>(mapping);
  mapping_size_ = size;
  std::uint32_t version;
  std::memcpy(&version, mapping_ + sizeof kMagic, sizeof version);
  if (std::memcmp(mapping_, kMagic, sizeof kMagic) != 0 || version != kVersion) return;

  std::size_t at = kHeaderSize;
  while (size - at >= kRecordHeaderSize) {
    std::uint32_t payload_size, type;
    std::uint64_t sum;
    std::memcpy(&payload_size, mapping_ + at, 4);
    std::memcpy(&type, mapping_ + at + 4, 4);
    std::memcpy(&sum, mapping_ + at + 8, 8);
    if (payload_size > size - at - kRecordHeaderSize) break;
    const unsigned char* payload = mapping_ + at + kRecordHeaderSize;
    if (checksum(type, payload, payload_size) != sum || !apply(type, payload, payload_size)) break;
    ++records_read_;
    at += kRecordHeaderSize + payload_size;
  }
  good_size_ = at;
}

bool StateLog::apply(unsigned type, const unsigned char* payload, std::size_t size) {
  if (type == kPathRecord) {
    // The number of a path is its place in the log; a path that stands there twice breaks the count.
    const std::string_view path(reinterpret_cast<const char*>(payload), size);
    if (files_.intern_view(path) != paths_logged_) return false;
    ++paths_logged_;
    return true;
  }
  Reader reader(payload, size);
  const auto id = reader.get<FileId>();
  if (!reader.good() || id >= paths_logged_) return false;
  if (type == kFileRecord) {
    FileRecord record;
    record.presence = reader.get<Presence>();
    const auto flags = reader.get<std::uint8_t>();
    record.stamp = reader.get<Stamp>();
    record.content = reader.get<Digest>();
    record.tokens = (flags & 1) ? reader.get<Digest>() : record.content;
    record.embeds = (flags & 2) != 0;
    record.content_changed = reader.get<std::uint64_t>();
    record.tokens_changed = reader.get<std::uint64_t>();
    const auto spellings = reader.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < spellings && reader.good(); ++i) record.spellings.emplace_back(reader.text());
    if (!reader.good() || record.presence > Presence::Directory) return false;
    if (std::max(record.content_changed, record.tokens_changed) > kMaxCounter) return false;
    counter_ = std::max({counter_, record.content_changed, record.tokens_changed});
    if (file_index_.size() <= id) file_index_.resize(std::max<std::size_t>(id + 1, paths_logged_), kNoFile);
    if (file_index_[id] != kNoFile) {
      ++superseded_;
      file_records_[file_index_[id]] = std::move(record);
    } else {
      file_index_[id] = static_cast<std::uint32_t>(file_records_.size());
      file_records_.push_back(std::move(record));
    }
    return true;
  }
  if (type == kActionRecord) {
    const std::string_view bytes(reinterpret_cast<const char*>(payload), size);
    const auto record = decode_action(bytes);
    if (!record || std::max(record->started, record->ended) > kMaxCounter) return false;
    // Ids are checked once here, so that later readers need not. A file that the action read was looked at before; were
    // its record lost, the first look at it would pass for "unchanged".
    IdReader ids(record->inputs, record->end);
    const auto known = [&](std::uint32_t count) {
      for (std::uint32_t i = 0; i < count; ++i) {
        if (const FileId file = ids.next(); file >= file_index_.size() || file_index_[file] == kNoFile) return false;
      }
      return true;
    };
    if (!known(record->input_count)) return false;
    ids.restart();
    if (!known(record->watched_count)) return false;
    counter_ = std::max({counter_, record->started, record->ended});
    if (actions_.size() <= id) actions_.resize(std::max<std::size_t>(id + 1, paths_logged_));
    if (!actions_[id].empty()) ++superseded_;
    actions_[id] = bytes;
    return true;
  }
  return false;
}

Result<void> StateLog::compact() {
  const std::string temporary = path_ + kNewSuffix;
  ::unlink(temporary.c_str());
  std::unique_ptr<StateLog> fresh(new StateLog);
  fresh->path_ = temporary;
  fresh->descriptor_ = ::open(temporary.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
  if (fresh->descriptor_ < 0) return fail(os_error(fmt::format("cannot write build state {}", temporary), errno));
  HULL_CHECK(fresh->write_header());
  for (FileId id = 0; id < files_.size(); ++id) {
    const FileRecord& known = file(id);
    if (known.presence == Presence::Unknown) continue;
    fresh->record(fresh->files_.intern(files_.path(id)), known);
  }
  for (FileId id = 0; id < files_.size(); ++id) {
    const auto known = action(id);
    if (!known) continue;
    ActionResult result{known->command,
                        known->started,
                        known->ended,
                        known->duration_ms,
                        known->max_rss_kib,
                        known->exact,
                        known->absence,
                        {},
                        {},
                        std::string(known->text)};
    IdReader ids(known->inputs, known->end);
    for (std::uint32_t i = 0; i < known->input_count; ++i) {
      result.inputs.push_back(fresh->files_.intern(files_.path(ids.next())));
    }
    ids.restart();
    for (std::uint32_t i = 0; i < known->watched_count; ++i) {
      result.watched.push_back(fresh->files_.intern(files_.path(ids.next())));
    }
    fresh->record(fresh->files_.intern(files_.path(id)), result);
  }
  HULL_CHECK(fresh->flush());
  if (::rename(temporary.c_str(), path_.c_str()) != 0) {
    return fail(os_error(fmt::format("cannot replace build state {}", path_), errno));
  }
  return {};
}

const FileRecord& StateLog::file(FileId file) const {
  if (file >= file_index_.size() || file_index_[file] == kNoFile) return kUnknownFile;
  return file_records_[file_index_[file]];
}

std::optional<ActionRecord> StateLog::action(FileId output) const {
  if (output >= actions_.size() || actions_[output].empty()) return std::nullopt;
  return decode_action(actions_[output]);
}

void StateLog::log_paths(FileId up_to) {
  for (; paths_logged_ <= up_to; ++paths_logged_) append(kPathRecord, files_.path(paths_logged_));
}

void StateLog::append(unsigned type, std::string_view payload) {
  Writer header;
  header.put(static_cast<std::uint32_t>(payload.size())).put(static_cast<std::uint32_t>(type));
  header.put(checksum(type, payload.data(), payload.size()));
  buffer_ += header.str();
  buffer_ += payload;
}

void StateLog::record(FileId file, FileRecord record) {
  log_paths(file);
  append(kFileRecord, encode(file, record));
  if (file_index_.size() <= file) file_index_.resize(std::max<std::size_t>(file + 1, files_.size()), kNoFile);
  if (file_index_[file] == kNoFile) {
    file_index_[file] = static_cast<std::uint32_t>(file_records_.size());
    file_records_.push_back(std::move(record));
  } else {
    file_records_[file_index_[file]] = std::move(record);
  }
}

void StateLog::record(FileId output, const ActionResult& result) {
  std::vector<FileId> inputs = result.inputs;
  std::vector<FileId> watched = result.watched;
  for (std::vector<FileId>* ids : {&inputs, &watched}) {
    std::sort(ids->begin(), ids->end());
    ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    if (!ids->empty()) log_paths(ids->back());
  }
  log_paths(output);
  Writer writer;
  writer.put(output).put(result.command).put(result.started).put(result.ended);
  writer.put(result.duration_ms).put(result.max_rss_kib);
  writer.put(static_cast<std::uint8_t>(result.exact)).put(result.absence);
  writer.put(static_cast<std::uint32_t>(inputs.size())).put(static_cast<std::uint32_t>(watched.size()));
  writer.text(result.text).ids(inputs).ids(watched);
  const std::string& payload = writer.str();
  append(kActionRecord, payload);
  recorded_.push_back(std::make_unique_for_overwrite<char[]>(payload.size()));
  std::memcpy(recorded_.back().get(), payload.data(), payload.size());
  if (actions_.size() <= output) actions_.resize(std::max<std::size_t>(output + 1, files_.size()));
  actions_[output] = {recorded_.back().get(), payload.size()};
}

Result<void> StateLog::flush() {
  if (buffer_.empty()) return {};
  const std::string bytes = std::move(buffer_);
  buffer_.clear();
  const off_t before = ::lseek(descriptor_, 0, SEEK_END);
  auto written = write_all(descriptor_, bytes, path_);
  // What stands after half a record is lost to the next reader.
  if (!written && before >= 0) [[maybe_unused]] const int cut = ::ftruncate(descriptor_, before);
  return written;
}

}  // namespace hull::engine
