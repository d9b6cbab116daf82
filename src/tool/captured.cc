#include "tool/captured.h"

#include <fmt/format.h>

#include <algorithm>

namespace hull::tool {

void Captured::append(std::string_view text) {
  const std::size_t room = std::min(limit_ - head_.size(), text.size());
  head_ += text.substr(0, room);
  text.remove_prefix(room);
  tail_ += text;
  // Cut only when twice too long: so a byte is moved at most once.
  if (tail_.size() <= 2 * limit_) return;
  const std::size_t excess = tail_.size() - limit_;
  tail_.erase(0, excess);
  dropped_ += excess;
}

std::string Captured::text() const {
  if (dropped_ == 0 && tail_.size() <= limit_) return head_ + tail_;
  const std::size_t excess = tail_.size() > limit_ ? tail_.size() - limit_ : 0;
  return fmt::format("{}\n[... {} bytes left out ...]\n{}", head_, dropped_ + excess,
                     std::string_view(tail_).substr(excess));
}

}  // namespace hull::tool
