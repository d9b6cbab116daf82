#include "tool/test_select.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace hull::tool {
namespace {

bool matches_one(std::string_view pattern, std::string_view id, bool exact) {
  if (!exact) return id.find(pattern) != std::string_view::npos;
  if (!id.ends_with(pattern)) return false;
  const std::string_view before = id.substr(0, id.size() - pattern.size());
  return before.empty() || before.ends_with("::");
}

bool read_number(std::string_view text, unsigned& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Result<Shard> parse_shard(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '/');
  Shard shard;
  const bool good = parts.size() == 2 && read_number(parts[0], shard.index) &&
                    read_number(parts[1], shard.count) && shard.index >= 1 && shard.index <= shard.count;
  if (good) return shard;
  return fail(
      Error{.message = fmt::format("`{}` is no shard", printable(text)),
            .kind = ErrorKind::Usage,
            .span = {},
            .help = {"write K/N with K from 1 to N, such as `--shard 1/4` for the first of four parts"},
            .contexts = {}});
}

bool matches(const TestFilter& filter, std::string_view id) {
  const auto hit = [&](const std::string& pattern) { return matches_one(pattern, id, filter.exact); };
  if (!filter.wanted.empty() && std::ranges::none_of(filter.wanted, hit)) return false;
  return std::ranges::none_of(filter.skipped, hit);
}

}  // namespace hull::tool
