// Reading what compilers print.
//
// A run's output is cut into pieces: a diagnostic (with the "In file included from" lines before it, its
// snippet and its notes), or other text. Clang's and GCC's formats are known; what is not recognised stays
// other text, so nothing is ever lost.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hull::cli {

struct Diagnostic {
  enum class Level { None, Error, Warning, Remark } level = Level::None;  ///< None: other text.
  std::string file;  ///< As the compiler wrote it; empty for the linker and the driver.
  unsigned line = 0, column = 0;
  std::string message;
  std::string option;    ///< "-Wunused-variable", or empty.
  std::string text;      ///< All lines as printed, escapes included.
  std::string identity;  ///< `text` without escapes and without the include stack.
};

/// `text` without ANSI escape sequences.
std::string strip_escapes(std::string_view text);

/// Cuts `output` into pieces, in order. Counts such as "2 warnings generated." are left out.
std::vector<Diagnostic> read_diagnostics(std::string_view output);

/// Remembers what was shown: a warning in a header comes once per build, not once per unit that includes it.
class Shown {
 public:
  /// True the first time `diagnostic` is seen. Other text and diagnostics without a place are always new.
  bool first_time(const Diagnostic& diagnostic);

 private:
  std::unordered_set<std::string> identities_;
};

}  // namespace hull::cli
