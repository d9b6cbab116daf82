// What a test printed, in bounded memory.
#pragma once

#include <string>
#include <string_view>

namespace hull::tool {

/// Keeps the beginning and the end of a text that may be gigabytes: a failure shows in one or the other.
class Captured {
 public:
  explicit Captured(std::size_t kept_at_each_end = 1024 * 1024) : limit_(kept_at_each_end) {}

  void append(std::string_view text);
  /// The text; "[... N bytes left out ...]" on a line of its own stands for what was dropped.
  std::string text() const;
  bool empty() const { return head_.empty(); }

 private:
  std::size_t limit_;
  std::string head_;
  std::string tail_;  ///< The newest bytes, at least `limit_` of those that did not fit `head_`.
  std::size_t dropped_ = 0;
};

}  // namespace hull::tool
