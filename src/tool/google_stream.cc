#include "tool/google_stream.h"

#include <algorithm>
#include <cstdlib>

namespace hull::tool {
namespace {

constexpr std::string_view kRun = "[ RUN      ] ";

/// Lines that are about the run as a whole and say nothing that a report does not.
bool is_banner(std::string_view line) {
  for (const std::string_view start :
       {"[==========]", "[----------]", "[  PASSED  ]", "[  FAILED  ]", "[  SKIPPED ]", "[ DISABLED ]",
        "Note: Google Test filter", "Running main() from", "  YOU HAVE ", "Note: Randomizing"})
    if (line.starts_with(start)) return true;
  return line.empty() || line.find(" FAILED TEST") != std::string_view::npos;
}

/// How long a case took: GoogleTest's own "(3 ms)" when that says something, else what we measured, which
/// is too long when we were busy.
std::chrono::nanoseconds duration_of(std::string_view mark, std::chrono::nanoseconds measured) {
  using std::chrono::milliseconds;
  if (!mark.ends_with(" ms)")) return measured;
  const std::size_t open = mark.rfind('(');
  if (open == std::string_view::npos) return measured;
  const long long said = std::strtoll(std::string(mark.substr(open + 1)).c_str(), nullptr, 10);
  if (said > 0) return milliseconds(said);
  return std::min<std::chrono::nanoseconds>(measured, std::chrono::microseconds(999));
}

}  // namespace

GoogleStream::GoogleStream(std::vector<std::string> names) : names_(std::move(names)), seen_(names_.size()) {
  for (std::size_t i = 0; i < names_.size(); ++i) index_.emplace(names_[i], i);
}

bool GoogleStream::feed(std::string_view bytes, Clock::time_point now) {
  bool changed = false;
  for (std::size_t end; (end = bytes.find('\n')) != std::string_view::npos;) {
    if (partial_.empty()) {
      changed |= line(bytes.substr(0, end), "\n", now);
    } else {
      partial_ += bytes.substr(0, end);
      changed |= line(partial_, "\n", now);
      partial_.clear();
    }
    bytes.remove_prefix(end + 1);
  }
  partial_ += bytes;
  // A line without end is passed on, but for the part in which a mark may have begun.
  constexpr std::size_t kLongLine = 64 * 1024, kMark = 4 * 1024;
  if (partial_.size() > kLongLine) {
    const std::size_t passed = partial_.size() - kMark;
    (running_ ? seen_[*running_].output : outside_).append(std::string_view(partial_).substr(0, passed));
    partial_.erase(0, passed);
  }
  return changed;
}

void GoogleStream::finish(Clock::time_point now) {
  if (!partial_.empty()) line(partial_, "", now);
  partial_.clear();
}

bool GoogleStream::line(std::string_view text, std::string_view end, Clock::time_point now) {
  std::string_view content = text;
  if (content.ends_with('\r')) content.remove_suffix(1);
  if (stopped_) {
    Captured& output = running_ ? seen_[*running_].output : outside_;
    if (!is_banner(content)) (output.append(text), output.append(end));
    return false;
  }
  if (!running_) {
    // Anywhere in the line: what came before may lack its newline.
    const std::size_t mark = content.rfind(kRun);
    const auto named =
        mark == std::string_view::npos ? index_.end() : index_.find(content.substr(mark + kRun.size()));
    if (named == index_.end() || seen_[named->second].state != State::Waiting) {
      if (!is_banner(content)) (outside_.append(text), outside_.append(end));
      return false;
    }
    outside_.append(content.substr(0, mark));
    running_ = named->second;
    seen_[*running_].state = State::Running;
    seen_[*running_].begin = now;
    return true;
  }

  struct Mark {
    std::string_view text;
    State state;
  };
  constexpr Mark kMarks[] = {
      {"[       OK ] ", State::Passed}, {"[  FAILED  ] ", State::Failed}, {"[  SKIPPED ] ", State::Skipped}};
  Seen& current = seen_[*running_];
  for (const Mark& mark : kMarks) {
    const std::size_t at = content.rfind(mark.text);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = content.substr(at + mark.text.size());
    const std::string& name = names_[*running_];
    // "Suite.Case (3 ms)", "Suite.Case/0, where GetParam() = 1 (3 ms)"
    if (!rest.starts_with(name)) continue;
    const std::string_view after = rest.substr(name.size());
    if (!after.empty() && !after.starts_with(" (") && !after.starts_with(", where ")) continue;
    current.output.append(content.substr(0, at));
    current.state = mark.state;
    current.duration = duration_of(after, now - current.begin);
    ended_.push_back(*running_);
    running_.reset();
    return true;
  }
  current.output.append(text);
  current.output.append(end);
  return false;
}

}  // namespace hull::tool
