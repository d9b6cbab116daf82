#include "cli/target_directory.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

#include "base/file_system.h"
#include "base/path.h"

namespace hull::cli {
namespace {

constexpr std::string_view kTag =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This directory was made by hull; everything in it can be built again.\n"
    "# See https://bford.info/cachedir/ for what the first line means.\n";

std::string tag_path(const std::string& directory) { return path::join(directory, "CACHEDIR.TAG"); }

/// The process that wrote its id into the lock file, or 0.
int holder(int descriptor) {
  char text[24] = {};
  const ssize_t size = pread(descriptor, text, sizeof text - 1, 0);
  int pid = 0;
  if (size > 0) std::from_chars(text, text + size, pid);
  return pid;
}

}  // namespace

bool is_ours(const std::string& directory) {
  const auto tag = fs::read(tag_path(directory));
  return tag && tag->find("made by hull") != tag->npos;
}

Result<void> make_target_directory(const std::string& directory) {
  if (is_ours(directory)) return {};
  switch (fs::kind(directory)) {
    case fs::FileKind::Missing:
      break;
    case fs::FileKind::Directory: {
      HULL_TRY(auto entries, fs::list(directory));
      // Another hull may be about to put the tag there, under a name of base/file_system until it is whole.
      std::erase_if(entries, [](const fs::Entry& entry) { return entry.name.starts_with(".hull-"); });
      if (entries.empty()) break;
      if (is_ours(directory)) return {};
      return fail(Error{.message = fmt::format("{} holds files and was not made by hull", directory),
                        .kind = ErrorKind::Usage,
                        .span = {},
                        .help = {"move it away, or choose another place with `--target-dir DIRECTORY`"},
                        .contexts = {}});
    }
    default:
      return fail(fmt::format("{} is in the way: hull needs a directory there", directory), ErrorKind::Usage);
  }
  return fs::write(tag_path(directory), kTag);
}

Result<DirectoryLock> DirectoryLock::acquire(const std::string& path, const std::string& shown,
                                             Console& console) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return fail(os_error(fmt::format("cannot open {}", path), errno));
  DirectoryLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(os_error(fmt::format("cannot lock {}", path), errno));
    lock.waited_ = true;
    const int pid = holder(descriptor);
    console.status("Blocking", fmt::format("waiting for the lock on {}{}", shown,
                                           pid ? fmt::format(" (held by pid {})", pid) : ""));
    while (flock(descriptor, LOCK_EX) != 0) {
      if (errno != EINTR) return fail(os_error(fmt::format("cannot lock {}", path), errno));
    }
  }
  // Only for the message above; a full disk does not matter here.
  const std::string pid = fmt::format("{:<11}\n", getpid());
  [[maybe_unused]] const ssize_t wrote = pwrite(descriptor, pid.data(), pid.size(), 0);
  return lock;
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), waited_(other.waited_) {}

DirectoryLock& DirectoryLock::operator=(DirectoryLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(waited_, other.waited_);
  return *this;
}

DirectoryLock::~DirectoryLock() { release(); }

void DirectoryLock::release() {
  if (descriptor_ >= 0) close(std::exchange(descriptor_, -1));
}

}  // namespace hull::cli
