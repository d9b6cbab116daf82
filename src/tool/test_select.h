// Which cases run: filters, ignored cases, shards. Pure functions over names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::tool {

/// Part `index` of `count`, from 1. The case at place i of the stable order belongs to part i % count + 1, so
/// that neighbours, which tend to cost the same, are spread.
struct Shard {
  unsigned index = 1;
  unsigned count = 1;
};

/// Reads "K/N". Errors: anything else, K outside 1..N.
Result<Shard> parse_shard(std::string_view text);

/// What to do with cases that are marked as ignored.
enum class Ignored { Skip, Include, Only };

struct TestFilter {
  std::vector<std::string> wanted = {};   ///< Any of these must match; none means all.
  std::vector<std::string> skipped = {};  ///< None of these may match.
  bool exact = false;                ///< Match the whole id, or all of it after a "::"; else any part of it.
  Ignored ignored = Ignored::Skip;
  Shard shard = {};
};

/// True when `id` ("package::program::case") passes `wanted` and `skipped`.
bool matches(const TestFilter& filter, std::string_view id);

}  // namespace hull::tool
