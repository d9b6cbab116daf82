// Errors as values.
//
// Every fallible function returns `Result<T>`. An `Error` carries what a person needs to act: the
// message, the place in a file it concerns when there is one, help lines, and the contexts that
// callers added on the way up.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hull {

/// A text that diagnostics can point into, with the name shown to people (a path).
struct SourceText {
  std::string name;
  std::string text;
};

/// A place in a text. Lines and columns count from 1; columns count bytes.
struct Location {
  unsigned line = 0;
  unsigned column = 0;
  friend bool operator==(const Location&, const Location&) = default;
};

/// A half-open range [begin, end) of a text. `end` may equal `begin` when only a point is known.
struct Span {
  std::shared_ptr<const SourceText> source;
  Location begin;
  Location end;
};

/// Which exit code an error stands for (DESIGN section 8).
enum class ErrorKind {
  Failure = 1,  ///< The work failed: a compile error, a failed test.
  Usage = 2,    ///< Wrong command line or manifest.
  Bug = 101,    ///< A defect of hull itself.
};

/// Why something could not be done.
struct Error {
  std::string message;                ///< One sentence, lower case, no full stop.
  ErrorKind kind = ErrorKind::Failure;
  std::optional<Span> span = {};      ///< The primary place.
  std::vector<std::string> help = {}; ///< What to do next, a line each.
  std::vector<std::string> contexts = {};  ///< "while reading hull.toml", innermost first.

  /// The same error with one more context.
  Error&& during(std::string context) && {
    contexts.push_back(std::move(context));
    return std::move(*this);
  }
  /// The same error with one more help line.
  Error&& with_help(std::string line) && {
    help.push_back(std::move(line));
    return std::move(*this);
  }
  /// The same error pointing at `where`.
  Error&& at(Span where) && {
    span = std::move(where);
    return std::move(*this);
  }
};

template <class T = void>
using Result = std::expected<T, Error>;

/// `return fail("no such file");`
inline std::unexpected<Error> fail(std::string message, ErrorKind kind = ErrorKind::Failure) {
  return std::unexpected(Error{.message = std::move(message), .kind = kind, .span = {}, .help = {}, .contexts = {}});
}
inline std::unexpected<Error> fail(Error error) { return std::unexpected(std::move(error)); }

/// The message for `errno` value `code`: "cannot open a/b.cc: No such file or directory".
Error os_error(std::string what, int code);

/// The error as rustc would print it: message, `--> file:line:col`, the source line with a caret,
/// `= help:` and `= note:` (context) lines. Ends with a newline. `color` adds ANSI escapes.
std::string render(const Error& error, bool color);

}  // namespace hull

/// Evaluates `expression`; on an error returns it from the enclosing function, else assigns the
/// value to `target` (a declaration or an lvalue).
#define HULL_TRY(target, expression) HULL_TRY_IMPL(HULL_TRY_CAT(hull_try_, __LINE__), target, expression)
#define HULL_TRY_IMPL(temporary, target, expression)              \
  auto temporary = (expression);                                  \
  if (!temporary) return std::unexpected(std::move(temporary).error()); \
  target = *std::move(temporary)
/// The same for `Result<void>`.
#define HULL_CHECK(expression)                                                   \
  if (auto hull_check = (expression); !hull_check) return std::unexpected(std::move(hull_check).error())
#define HULL_TRY_CAT(a, b) HULL_TRY_CAT_IMPL(a, b)
#define HULL_TRY_CAT_IMPL(a, b) a##b
