// Takes versions and requirements apart: the pieces that both grammars share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::resolve {

/// A cursor over one text. The first thing that goes wrong is kept as the flaw; what is asked after that is
/// of no use.
class VersionScanner {
 public:
  /// `noun` is what messages call the text: "version", "requirement".
  VersionScanner(std::string_view text [[clang::lifetimebound]],
                 std::string_view noun [[clang::lifetimebound]])
      : text_(text), noun_(noun) {}

  bool at_end() const { return at_ == text_.size(); }
  /// The next byte; 0 at the end.
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool take(std::string_view word);
  void skip_space();

  /// A number without leading zeros that fits 64 bits. `what` is what it stands for: "major version".
  std::optional<std::uint64_t> number(std::string_view what);
  /// `*`, `x` or `X`.
  bool wildcard();

  /// What may follow MAJOR.MINOR.PATCH; views of the text.
  struct Tail {
    std::string_view prerelease, build;
  };
  std::optional<Tail> tail();

  /// "`x`" or "the end": what stands at the cursor.
  std::string found() const;
  /// Notes that the text is wrong at the cursor.
  std::nullopt_t flaw(std::string message, std::vector<std::string> help = {});
  /// The flaw as a usage error.
  std::unexpected<Error> error() const;

 private:
  /// Identifiers with dots between them (items 9 and 10 of the specification).
  std::optional<std::string_view> identifiers(std::string_view what, bool numbers_are_bare);

  std::string_view text_, noun_;
  std::size_t at_ = 0;
  std::size_t flaw_at_ = 0;
  std::string message_;
  std::vector<std::string> help_;
};

}  // namespace hull::resolve
