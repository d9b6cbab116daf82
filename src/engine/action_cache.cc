#include "engine/action_cache.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/path.h"

#include <linux/fs.h>

namespace hull::engine {

namespace {

constexpr std::size_t kMaxVariants = 16;
constexpr std::uint64_t kCollectAfter = std::uint64_t{512} << 20;
constexpr std::size_t kNameSize = 64;  // A digest in hexadecimal.
constexpr std::int64_t kDay = 24 * 60 * 60;

// Copies by reflink where the file system can, else inside the kernel.
Result<std::uint64_t> copy_content(const std::string& from, int to, const std::string& to_name) {
  const int source = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
  if (source < 0) return fail(os_error(fmt::format("cannot read {}", from), errno));
  struct stat status;
  if (::fstat(source, &status) == 0 && ::ioctl(to, FICLONE, source) == 0) {
    ::close(source);
    return static_cast<std::uint64_t>(status.st_size);
  }
  std::uint64_t copied = 0;
  for (;;) {
    const ssize_t got = ::copy_file_range(source, nullptr, to, nullptr, std::size_t{1} << 30, 0);
    if (got > 0) {
      copied += static_cast<std::uint64_t>(got);
      continue;
    }
    if (got == 0) break;
    if (errno == EINTR) continue;
    const int code = errno;
    if (code != EXDEV && code != EINVAL && code != EOPNOTSUPP && code != ENOSYS) {
      ::close(source);
      return fail(os_error(fmt::format("cannot write {}", to_name), code));
    }
    // Other file systems: by hand.
    char buffer[65536];
    ssize_t size;
    while ((size = ::read(source, buffer, sizeof buffer)) > 0) {
      for (ssize_t at = 0; at < size;) {
        const ssize_t wrote = ::write(to, buffer + at, static_cast<std::size_t>(size - at));
        if (wrote < 0) {
          const int write_code = errno;
          ::close(source);
          return fail(os_error(fmt::format("cannot write {}", to_name), write_code));
        }
        at += wrote;
      }
      copied += static_cast<std::uint64_t>(size);
    }
    break;
  }
  ::close(source);
  return copied;
}

// Marks as used now; mtime of a cached file means "last used".
void touch(const std::string& path) { ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0); }

struct StoredFile {
  std::string path;
  std::uint64_t bytes;
  std::int64_t used;
};

std::vector<StoredFile> stored_files(const std::string& directory) {
  std::vector<StoredFile> files;
  std::error_code ignored;  // Files may vanish under us: another build collects too.
  for (std::filesystem::recursive_directory_iterator it(directory, ignored), end; it != end; it.increment(ignored)) {
    struct stat status;
    if (::stat(it->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    files.push_back({it->path().string(), static_cast<std::uint64_t>(status.st_blocks) * 512, status.st_mtime});
  }
  return files;
}

}  // namespace

Result<std::unique_ptr<ActionCache>> ActionCache::open(const std::string& directory, std::uint64_t max_bytes) {
  HULL_CHECK(fs::make_directories(directory + "/cas"));
  HULL_CHECK(fs::make_directories(directory + "/ac"));
  if (::access((directory + "/cas").c_str(), W_OK) != 0) {
    return fail(os_error(fmt::format("cannot write the action cache {}", directory), errno));
  }
  return std::unique_ptr<ActionCache>(new ActionCache(directory, max_bytes));
}

std::string ActionCache::blob_path(const Digest& digest) const {
  const std::string hex = digest.hex();
  return fmt::format("{}/cas/{}/{}", directory_, hex.substr(0, 2), hex);
}

std::string ActionCache::entry_path(const Digest& key) const {
  const std::string hex = key.hex();
  return fmt::format("{}/ac/{}/{}", directory_, hex.substr(0, 2), hex);
}

std::vector<CachedVariant> ActionCache::find(const Digest& key) const {
  const std::string path = entry_path(key);
  if (::access(path.c_str(), R_OK) != 0) return {};
  const auto bytes = fs::read(path);
  if (!bytes) return {};
  touch(path);
  return decode_entry(*bytes);
}

Result<void> ActionCache::store_blob(const Digest& digest, const std::string& from) {
  const std::string path = blob_path(digest);
  if (::access(path.c_str(), F_OK) == 0) {
    touch(path);
    return {};
  }
  HULL_CHECK(fs::make_directories(std::string(path::directory(path))));
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return fail(os_error(fmt::format("cannot write {}", temporary), errno));
  auto copied = copy_content(from, descriptor, temporary);
  ::fchmod(descriptor, 0444);
  ::close(descriptor);
  if (!copied || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const int code = errno;
    ::unlink(temporary.c_str());
    if (!copied) return std::unexpected(std::move(copied).error());
    return fail(os_error(fmt::format("cannot write {}", path), code));
  }
  added_ += *copied;
  return {};
}

Result<void> ActionCache::insert(const Digest& key, const CachedVariant& variant,
                                 const std::vector<std::string>& paths) {
  for (std::size_t i = 0; i < paths.size(); ++i) HULL_CHECK(store_blob(variant.outputs[i].digest, paths[i]));
  std::vector<CachedVariant> variants = find(key);
  std::erase_if(variants, [&](const CachedVariant& other) {
    return other.inputs == variant.inputs && other.absence == variant.absence;
  });
  variants.insert(variants.begin(), variant);
  if (variants.size() > kMaxVariants) variants.resize(kMaxVariants);
  return fs::write(entry_path(key), encode_entry(variants));
}

bool ActionCache::restore(const CachedOutput& output, const std::string& path) const {
  const std::string blob = blob_path(output.digest);
  if (::access(blob.c_str(), R_OK) != 0) return false;
  // A new file, so that a hard link someone made of the old one keeps the old content.
  ::unlink(path.c_str());
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, output.mode);
  if (descriptor < 0) return false;
  const bool copied = copy_content(blob, descriptor, path).has_value();
  ::fchmod(descriptor, output.mode);
  ::close(descriptor);
  if (copied) touch(blob);
  return copied;
}

void ActionCache::discard(const Digest& blob) { ::unlink(blob_path(blob).c_str()); }

void ActionCache::forget(const Digest& key) { ::unlink(entry_path(key).c_str()); }

ActionCache::Size ActionCache::size() const {
  Size size;
  for (const StoredFile& file : stored_files(directory_ + "/cas")) {
    ++size.blobs;
    size.bytes += file.bytes;
  }
  for (const StoredFile& file : stored_files(directory_ + "/ac")) {
    ++size.entries;
    size.bytes += file.bytes;
  }
  return size;
}

Result<std::uint64_t> ActionCache::collect(std::uint64_t max_bytes) {
  std::vector<StoredFile> files = stored_files(directory_ + "/cas");
  std::vector<StoredFile> entries = stored_files(directory_ + "/ac");
  files.insert(files.end(), std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
  // What another build writes right now has not its final name yet; a killed writer's leftovers are old.
  const std::int64_t hour_ago = ::time(nullptr) - 60 * 60;
  std::erase_if(files, [&](const StoredFile& file) {
    return path::name(file.path).size() != kNameSize && file.used > hour_ago;
  });
  std::uint64_t total = 0;
  for (const StoredFile& file : files) total += file.bytes;
  std::sort(files.begin(), files.end(), [](const StoredFile& a, const StoredFile& b) {
    return a.used != b.used ? a.used < b.used : a.path < b.path;
  });
  std::uint64_t freed = 0;
  for (const StoredFile& file : files) {
    if (total - freed <= max_bytes) break;
    if (::unlink(file.path.c_str()) == 0) freed += file.bytes;
  }
  added_ = 0;
  return freed;
}

Result<void> ActionCache::collect_if_due() {
  const std::string stamp = directory_ + "/collected";
  struct stat status;
  const bool old = ::stat(stamp.c_str(), &status) != 0 || ::time(nullptr) - status.st_mtime > kDay;
  if (!old && added_ < kCollectAfter) return {};
  HULL_CHECK(collect(max_bytes_));
  return fs::write(stamp, "");
}

Result<std::vector<std::string>> ActionCache::verify() {
  std::vector<std::string> damaged;
  for (const StoredFile& file : stored_files(directory_ + "/cas")) {
    const auto digest = sha256_file(file.path);
    if (digest && digest->hex() == path::name(file.path)) continue;
    // A name with a suffix is a blob being written, or the leftover of a killed writer.
    if (path::name(file.path).contains('.') && ::time(nullptr) - file.used < kDay) continue;
    damaged.emplace_back(path::name(file.path));
    ::unlink(file.path.c_str());
  }
  return damaged;
}

}  // namespace hull::engine
