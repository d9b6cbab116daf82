#include "base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/path.h"
#include "base/text.h"

namespace hull::fs {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }
  /// Network file systems tell of a full disk only here.
  int close() { return fd_ < 0 ? 0 : ::close(std::exchange(fd_, -1)); }

 private:
  int fd_;
};

Error path_error(const char* what, const std::string& path, int code) {
  return os_error(std::string(what) + ' ' + printable(path), code);
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::File;
  if (S_ISDIR(mode)) return FileKind::Directory;
  return FileKind::Other;
}

/// False with errno set when not all could be written.
bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t count = ::write(file, content.data(), content.size());
    if (count >= 0) {
      content.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

/// A new file beside `path` that takes its name when complete, and vanishes otherwise.
class Replacement {
 public:
  static Result<Replacement> create(const std::string& path) {
    static std::atomic<unsigned> counter;
    const std::string directory(path::directory(path));
    for (bool made_parents = false;;) {
      // Short, and not derived from the name: that may be as long as names can be.
      const std::string temporary = path::join(
          directory, ".hull-" + std::to_string(getpid()) + '-' + std::to_string(counter.fetch_add(1)));
      const int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0) return Replacement(path, temporary, fd);
      const int code = errno;
      if (code == EEXIST) continue;  // Left by a killed process that had our number.
      if (code != ENOENT || made_parents) return fail(path_error("cannot write", path, code));
      HULL_CHECK(make_directories(directory));
      made_parents = true;
    }
  }
  Replacement(Replacement&& other) noexcept
      : path_(std::move(other.path_)),
        temporary_(std::exchange(other.temporary_, {})),
        file_(std::move(other.file_)) {}
  ~Replacement() {
    if (!temporary_.empty()) unlink(temporary_.c_str());
  }

  int file() const { return file_.get(); }

  Result<void> commit() {
    if (file_.close() != 0) return failed();
    if (rename(temporary_.c_str(), path_.c_str()) != 0) return failed();
    temporary_.clear();
    return {};
  }
  std::unexpected<Error> failed() const { return fail(path_error("cannot write", path_, errno)); }

 private:
  Replacement(std::string path, std::string temporary, int fd)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(fd) {}

  std::string path_;
  std::string temporary_;
  Descriptor file_;
};

/// Copies what is left of `from` to `to`, by the fastest way that both file systems know.
bool copy_content(int from, int to) {
  if (ioctl(to, FICLONE, from) == 0) return true;
  for (;;) {
    const ssize_t count = copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30, 0);
    if (count > 0 || (count < 0 && errno == EINTR)) continue;
    break;  // At the end, or unsupported here, or a file such as /proc/version whose size is said to be 0.
  }
  constexpr std::size_t kBufferSize = 128 * 1024;
  const auto buffer = std::make_unique_for_overwrite<char[]>(kBufferSize);
  for (;;) {
    const ssize_t count = ::read(from, buffer.get(), kBufferSize);
    if (count == 0) return true;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 || !write_all(to, {buffer.get(), static_cast<std::size_t>(count)})) return false;
  }
}

}  // namespace

FileKind kind(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 ? kind_of(status.st_mode) : FileKind::Missing;
}

Result<std::string> read(const std::string& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) return fail(path_error("cannot open", path, errno));
  struct stat status;
  if (fstat(file.get(), &status) != 0) return fail(path_error("cannot read", path, errno));

  std::string content;
  // One byte more than the size: the read that finds the end needs room.
  std::size_t capacity = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) + 1;
  for (;;) {
    ssize_t count = 0;
    const std::size_t used = content.size();
    content.resize_and_overwrite(capacity, [&](char* data, std::size_t) {
      count = ::read(file.get(), data + used, capacity - used);
      return used + static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    });
    if (count == 0) return content;
    if (count < 0 && errno != EINTR) return fail(path_error("cannot read", path, errno));
    if (content.size() == capacity) capacity += std::max<std::size_t>(capacity, 64 * 1024);
  }
}

Result<void> write(const std::string& path, std::string_view content) {
  HULL_TRY(Replacement replacement, Replacement::create(path));
  struct stat old;
  if (stat(path.c_str(), &old) == 0 && S_ISREG(old.st_mode) &&
      fchmod(replacement.file(), old.st_mode & 07777) != 0)
    return replacement.failed();
  if (!write_all(replacement.file(), content)) return replacement.failed();
  return replacement.commit();
}

Result<bool> write_if_changed(const std::string& path, std::string_view content) {
  struct stat status;
  if (stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
      static_cast<std::size_t>(status.st_size) == content.size()) {
    if (const auto old = read(path); old && *old == content) return false;
  }
  HULL_CHECK(write(path, content));
  return true;
}

Result<void> make_directories(const std::string& path) {
  if (path.empty() || mkdir(path.c_str(), 0777) == 0) return {};
  if (errno == ENOENT) {
    const std::string parent(path::directory(path.ends_with('/') ? path.substr(0, path.size() - 1) : path));
    if (!parent.empty() && parent != path) {
      HULL_CHECK(make_directories(parent));
      if (mkdir(path.c_str(), 0777) == 0) return {};
    }
  }
  const int code = errno;
  if (is_directory(path)) return {};  // It was there, or another process made it in between.
  return fail(path_error("cannot create directory", path, code));
}

Result<void> copy_file(const std::string& from, const std::string& to) {
  const Descriptor source(open(from.c_str(), O_RDONLY | O_CLOEXEC));
  if (!source.ok()) return fail(path_error("cannot open", from, errno));
  struct stat status;
  if (fstat(source.get(), &status) != 0) return fail(path_error("cannot read", from, errno));
  if (S_ISDIR(status.st_mode)) return fail(path_error("cannot copy", from, EISDIR));
  HULL_TRY(Replacement replacement, Replacement::create(to));
  if (!copy_content(source.get(), replacement.file()))
    return fail(path_error("cannot copy", from, errno).during("while writing " + printable(to)));
  if (fchmod(replacement.file(), status.st_mode & 07777) != 0) return replacement.failed();
  return replacement.commit();
}

Result<void> remove_all(const std::string& path) {
  struct stat status;
  if (lstat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    return fail(path_error("cannot remove", path, errno));
  }
  if (!S_ISDIR(status.st_mode)) {
    if (unlink(path.c_str()) == 0 || errno == ENOENT) return {};
    return fail(path_error("cannot remove", path, errno));
  }
  HULL_TRY(const std::vector<Entry> entries, list(path));
  // What can go goes, even when something before it cannot.
  Result<void> result;
  for (const Entry& entry : entries) {
    const std::string child = path::join(path, entry.name);
    if (!entry.is_link && entry.kind == FileKind::Directory) {
      if (auto removed = remove_all(child); !removed && result) result = std::move(removed);
    } else if (unlink(child.c_str()) != 0 && errno != ENOENT && result) {
      result = fail(path_error("cannot remove", child, errno));
    }
  }
  if (!result) return result;
  if (rmdir(path.c_str()) == 0 || errno == ENOENT) return {};
  return fail(path_error("cannot remove", path, errno));
}

Result<std::vector<Entry>> list(const std::string& directory) {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(opendir(directory.c_str()), &closedir);
  if (!stream) return fail(path_error("cannot list", directory, errno));
  std::vector<Entry> entries;
  for (;;) {
    errno = 0;
    const dirent* next = readdir(stream.get());
    if (next == nullptr) break;
    const std::string_view name = next->d_name;
    if (name == "." || name == "..") continue;
    Entry entry{.name = std::string(name), .kind = FileKind::Other, .is_link = next->d_type == DT_LNK};
    if (next->d_type == DT_REG || next->d_type == DT_DIR) {
      entry.kind = kind_of(DTTOIF(next->d_type));
    } else if (next->d_type == DT_LNK || next->d_type == DT_UNKNOWN) {
      struct stat status;
      if (next->d_type == DT_UNKNOWN)
        entry.is_link = fstatat(dirfd(stream.get()), next->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                        S_ISLNK(status.st_mode);
      const bool there = fstatat(dirfd(stream.get()), next->d_name, &status, 0) == 0;
      entry.kind = there ? kind_of(status.st_mode) : FileKind::Missing;
    }
    entries.push_back(std::move(entry));
  }
  if (errno != 0) return fail(path_error("cannot list", directory, errno));
  std::ranges::sort(entries, {}, &Entry::name);
  return entries;
}

std::string current_directory() {
  const std::unique_ptr<char, decltype(&std::free)> path(getcwd(nullptr, 0), &std::free);
  return path ? std::string(path.get()) : std::string();
}

std::optional<std::string> canonical(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(realpath(path.c_str(), nullptr), &std::free);
  if (!resolved) return std::nullopt;
  return std::string(resolved.get());
}

TemporaryDirectory::TemporaryDirectory() {
  const char* parent = std::getenv("TMPDIR");
  std::string name = path::join(parent != nullptr && *parent == '/' ? parent : "/tmp", "hull-XXXXXX");
  if (mkdtemp(name.data()) == nullptr) {
    // Every use of an empty path would mean the root directory.
    std::fputs(render(path_error("cannot create directory", name, errno), false).c_str(), stderr);
    std::exit(static_cast<int>(ErrorKind::Failure));
  }
  path_ = canonical(name).value_or(name);
}

TemporaryDirectory::~TemporaryDirectory() { static_cast<void>(remove_all(path_)); }

}  // namespace hull::fs
