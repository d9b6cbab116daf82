// Following a GoogleTest program by what it prints.
//
// One process runs many cases; which one runs now, and what belongs to which, is told by lines such as
// "[ RUN      ] Suite.Case" and "[       OK ] Suite.Case (3 ms)". A line counts only when it names a case
// that we asked for, and the one that is running: a test that prints such lines itself (as GoogleTest's own
// tests do) is not misread. The verdict does not come from here when the program could write its report
// (test_verdict.h).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tool/captured.h"

namespace hull::tool {

class GoogleStream {
 public:
  using Clock = std::chrono::steady_clock;
  enum class State { Waiting, Running, Passed, Failed, Skipped };

  /// One case, in the order of the constructor's names.
  struct Seen {
    State state = State::Waiting;
    Clock::time_point begin;
    std::chrono::nanoseconds duration{0};
    Captured output;
  };

  explicit GoogleStream(std::vector<std::string> names);

  /// More of the output, which came at `now`. True when a case began or ended.
  bool feed(std::string_view bytes, Clock::time_point now);
  /// The process was told to end because the case that runs now takes too long. What it prints from now on still belongs to
  /// that case, but ends none: a case that takes the signal for its own affair may fail of it, or go on to the next.
  void stop() { stopped_ = true; }
  /// The output is complete.
  void finish(Clock::time_point now);

  const std::vector<Seen>& seen() const { return seen_; }
  /// Indices of the cases that have ended, in that order.
  const std::vector<std::size_t>& ended() const { return ended_; }
  /// Index of the case that runs now.
  std::optional<std::size_t> running() const { return running_; }
  /// What was printed outside of cases, without GoogleTest's own banners.
  const Captured& outside() const { return outside_; }

 private:
  bool line(std::string_view text, std::string_view end, Clock::time_point now);

  std::vector<std::string> names_;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::vector<Seen> seen_;
  std::vector<std::size_t> ended_;
  std::optional<std::size_t> running_;
  Captured outside_;
  std::string partial_;  ///< A line whose end has not come yet.
  bool stopped_ = false;
};

}  // namespace hull::tool
