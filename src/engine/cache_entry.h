// An entry of the action cache: what is known for one command and its declared inputs.
//
// Format (little endian, XXH3 of all before it at the end): u32 version, u32 variants, and per variant:
// absence u64, exact u8, inputs (u32 n; n x (text path, 32 bytes)), outputs (u32 n; n x (32 bytes, u32 mode)), text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"

namespace hull::engine {

struct CachedOutput {
  Digest digest;
  std::uint32_t mode = 0644;
};

/// Stands for the digest of an input that was looked for and not there: what a probe that says no rests on.
/// No content has this digest.
inline constexpr Digest kAbsent;

/// One remembered result of an action.
struct CachedVariant {
  std::uint64_t absence = 0;
  bool exact = false;
  std::vector<std::pair<std::string, Digest>>
      inputs;  ///< Discovered: path as in the graph, digest or kAbsent.
  std::vector<CachedOutput> outputs;                   ///< In the action's order.
  std::string text;                                    ///< What the command printed.
};

std::string encode_entry(const std::vector<CachedVariant>& variants);
/// The variants of an entry; none when it is damaged or of another version.
std::vector<CachedVariant> decode_entry(std::string_view bytes);

}  // namespace hull::engine
