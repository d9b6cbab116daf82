#include "engine/jobserver.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

namespace hull::engine {

namespace {

// The value of the last --jobserver-auth (or the older --jobserver-fds) in MAKEFLAGS.
std::string jobserver_auth(const std::vector<std::string>& environment) {
  std::string auth;
  for (const std::string& line : environment) {
    if (!line.starts_with("MAKEFLAGS=")) continue;
    for (const std::string_view word : split(std::string_view(line).substr(10), ' ')) {
      for (const std::string_view flag : {"--jobserver-auth=", "--jobserver-fds="}) {
        if (word.starts_with(flag)) auth = word.substr(flag.size());
      }
    }
  }
  return auth;
}

bool is_pipe(int descriptor) {
  struct stat status;
  return ::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

constexpr unsigned kMaxTokens = 4096;  // Far below what a pipe holds: filling it must not block.

// A description of our own of a pipe that we share: not blocking here, whatever the others do with theirs. -1 without /proc.
int open_again(int descriptor) {
  return ::open(fmt::format("/proc/self/fd/{}", descriptor).c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

}  // namespace

Result<Jobserver> Jobserver::open(unsigned jobs, bool serve, const std::vector<std::string>& environment) {
  Jobserver result;
  result.limit_ = std::max(jobs, 1u);
  const std::string auth = jobserver_auth(environment);
  if (auth.starts_with("fifo:")) {
    const int fifo = ::open(auth.c_str() + 5, O_RDWR | O_CLOEXEC);
    if (fifo >= 0) {
      result.fifo_ = auth;
      result.share(fifo, fifo, true);
      return result;
    }
  } else if (const auto comma = auth.find(','); comma != std::string::npos) {
    int in = -1, out = -1;
    std::from_chars(auth.data(), auth.data() + comma, in);
    std::from_chars(auth.data() + comma + 1, auth.data() + auth.size(), out);
    // make closes the pipe to commands it does not know to be makes: then there is no pool for us. By then another
    // file may have the number.
    if (in >= 0 && out >= 0 && is_pipe(in) && is_pipe(out)) {
      result.share(in, out, false);
      return result;
    }
  }
  if (!serve) return result;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return fail(os_error("cannot make the jobserver's pipe", errno));
  result.share(ends[0], ends[1], true);
  const std::string tokens(std::min(result.limit_ - 1, kMaxTokens), '+');
  if (::write(result.write_, tokens.data(), tokens.size()) != static_cast<ssize_t>(tokens.size())) {
    return fail(os_error("cannot fill the jobserver's pipe", errno));
  }
  return result;
}

void Jobserver::share(int read, int write, bool owned) {
  read_ = read;
  write_ = write;
  owns_descriptors_ = owned;
  own_read_ = open_again(read);
}

Jobserver::Jobserver(Jobserver&& other) noexcept
    : limit_(other.limit_), used_(std::exchange(other.used_, 0)), owns_descriptors_(other.owns_descriptors_),
      read_(std::exchange(other.read_, -1)), write_(std::exchange(other.write_, -1)),
      own_read_(std::exchange(other.own_read_, -1)), fifo_(std::move(other.fifo_)), tokens_(std::move(other.tokens_)) {
  other.tokens_.clear();
}

Jobserver::~Jobserver() {
  while (!tokens_.empty()) release();
  if (own_read_ >= 0) ::close(own_read_);
  if (!owns_descriptors_ || read_ < 0) return;
  ::close(read_);
  if (write_ != read_) ::close(write_);
}

bool Jobserver::acquire() {
  if (used_ >= limit_) return false;
  if (used_ > 0 && shared()) {
    // Where the pipe could not be opened again it may block: then read only what poll says is there. Another may still
    // take the token in between; that waits until one is given back.
    char token;
    if (own_read_ < 0) {
      pollfd ready{read_, POLLIN, 0};
      if (::poll(&ready, 1, 0) != 1 || (ready.revents & POLLIN) == 0) return false;
    }
    if (::read(own_read_ >= 0 ? own_read_ : read_, &token, 1) != 1) return false;
    tokens_.push_back(token);
  }
  ++used_;
  return true;
}

void Jobserver::release() {
  if (used_ > 0) --used_;
  // The slot that is ours is given up last.
  if (tokens_.empty()) return;
  const char token = tokens_.back();
  tokens_.pop_back();
  while (::write(write_, &token, 1) < 0 && errno == EINTR) {
  }
}

std::vector<std::string> Jobserver::child_environment() const {
  if (!shared()) return {};
  if (!fifo_.empty()) return {fmt::format("MAKEFLAGS= -j{} --jobserver-auth={}", limit_, fifo_)};
  return {fmt::format("MAKEFLAGS= -j{} --jobserver-auth={},{}", limit_, read_, write_)};
}

std::vector<int> Jobserver::child_descriptors() const {
  if (!shared() || !fifo_.empty()) return {};
  return {read_, write_};
}

}  // namespace hull::engine
