#include "engine/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "base/text.h"

namespace hull::engine {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

// Paths of the file table end without NUL; the kernel wants one.
class TerminatedPath {
 public:
  explicit TerminatedPath(std::string_view path) {
    if (path.size() < sizeof small_) {
      std::memcpy(small_, path.data(), path.size());
      small_[path.size()] = '\0';
      text_ = small_;
    } else {
      large_ = path;
      text_ = large_.c_str();
    }
  }
  const char* c_str() const { return text_; }

 private:
  char small_[256];
  std::string large_;
  const char* text_;
};

std::unexpected<Error> path_error(std::string_view what, std::string_view path, int code) {
  return fail(os_error(fmt::format("cannot {} {}", what, printable(path)), code));
}

}  // namespace

Result<Disk> Disk::open(const std::string& root) {
  const int descriptor = ::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return path_error("open directory", root, errno);
  return Disk(root, descriptor);
}

Disk::Disk(Disk&& other) noexcept : root_(std::move(other.root_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

Disk::~Disk() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Look Disk::look(std::string_view path) const { return look_at(descriptor_, TerminatedPath(path).c_str()); }

Look Disk::look_at(int directory, const char* name) {
  struct statx status;
  if (::statx(directory, name, AT_NO_AUTOMOUNT,
              STATX_TYPE | STATX_MODE | STATX_SIZE | STATX_MTIME | STATX_CTIME | STATX_INO, &status) != 0) {
    return {};
  }
  Look look;
  look.presence = S_ISDIR(status.stx_mode) ? Presence::Directory : Presence::File;
  look.stamp.size = status.stx_size;
  look.stamp.mtime_ns = status.stx_mtime.tv_sec * kSecond + status.stx_mtime.tv_nsec;
  look.stamp.ctime_ns = status.stx_ctime.tv_sec * kSecond + status.stx_ctime.tv_nsec;
  look.stamp.inode = status.stx_ino;
  look.mode = status.stx_mode & 07777;
  look.regular = S_ISREG(status.stx_mode);
  return look;
}

namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

// O_NOATIME: what we read to hash must not become a write of the inode; it is refused for files of others.
// O_NONBLOCK: a pipe that has no writer must not hold us up.
int open_to_read(int root, const char* path) {
  constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
  const int descriptor = ::openat(root, path, kFlags | O_NOATIME);
  return descriptor < 0 && errno == EPERM ? ::openat(root, path, kFlags) : descriptor;
}

}  // namespace

Result<std::string> Disk::read(std::string_view path) const {
  std::string content;
  HULL_CHECK(read_pieces(path, [&](std::string_view piece) { content += piece; }));
  return content;
}

Result<void> Disk::read_pieces(std::string_view path, const std::function<void(std::string_view)>& visit) const {
  const int descriptor = open_to_read(descriptor_, TerminatedPath(path).c_str());
  if (descriptor < 0) return path_error("read", path, errno);
  struct stat status;
  const bool regular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  static thread_local const auto buffer = std::make_unique_for_overwrite<char[]>(kPiece);
  for (;;) {
    const ssize_t got = ::read(descriptor, buffer.get(), kPiece);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int code = errno;
      ::close(descriptor);
      return path_error("read", path, code);
    }
    const auto size = static_cast<std::size_t>(got);
    if (size > 0) visit({buffer.get(), size});
    // A regular file that does not fill the buffer has been read to its end.
    if (size == 0 || (regular && size < kPiece)) break;
  }
  ::close(descriptor);
  return {};
}

Result<std::vector<std::string>> Disk::list(std::string_view path) const {
  const TerminatedPath text(path);
  const int descriptor = ::openat(descriptor_, text.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return path_error("list", path, errno);
  DIR* directory = ::fdopendir(descriptor);
  if (!directory) {
    const int code = errno;
    ::close(descriptor);
    return path_error("list", path, code);
  }
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(directory)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  const int code = errno;
  ::closedir(directory);
  if (code != 0) return path_error("list", path, code);
  std::sort(names.begin(), names.end());
  return names;
}

Result<bool> Disk::make_directories(std::string_view path) const {
  if (path.empty()) return false;
  const TerminatedPath text(path);
  if (::mkdirat(descriptor_, text.c_str(), 0777) == 0) return true;
  if (errno == ENOENT) {
    const std::string_view parent = path::directory(path);
    if (parent != path) {
      HULL_CHECK(make_directories(parent));
      if (::mkdirat(descriptor_, text.c_str(), 0777) == 0) return true;
    }
  }
  const int code = errno;
  if (code == EEXIST && look(path).presence == Presence::Directory) return false;
  return path_error("make directory", path, code);
}

Result<void> Disk::write(std::string_view path, std::string_view content) const {
  const TerminatedPath text(path);
  const int descriptor = ::openat(descriptor_, text.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return path_error("write", path, errno);
  while (!content.empty()) {
    const ssize_t wrote = ::write(descriptor, content.data(), content.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      const int code = errno;
      ::close(descriptor);
      return path_error("write", path, code);
    }
    content.remove_prefix(static_cast<std::size_t>(wrote));
  }
  if (::close(descriptor) != 0) return path_error("write", path, errno);
  return {};
}

bool Disk::is_plain_file(std::string_view path) const {
  struct stat status;
  return ::fstatat(descriptor_, TerminatedPath(path).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISREG(status.st_mode);
}

Result<void> Disk::remove(std::string_view path) const {
  const TerminatedPath text(path);
  if (::unlinkat(descriptor_, text.c_str(), 0) == 0 || errno == ENOENT || errno == ENOTDIR) return {};
  return path_error("remove", path, errno);
}

std::string Disk::absolute(std::string_view path) const { return path::join(root_, path); }

namespace {
std::int64_t read_clock(clockid_t clock) {
  timespec now;
  ::clock_gettime(clock, &now);
  return now.tv_sec * kSecond + now.tv_nsec;
}
}  // namespace

std::int64_t Disk::now_ns() { return read_clock(CLOCK_REALTIME_COARSE); }
std::int64_t Disk::fine_now_ns() { return read_clock(CLOCK_REALTIME); }

}  // namespace hull::engine
