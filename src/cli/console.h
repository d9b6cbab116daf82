// What hull says to people, on standard error: lines in cargo's rhythm (a right-aligned green verb and
// its object), errors, and at most one live line that is rewritten in place on a terminal. And what was asked
// for, on standard output.
//
// Every piece goes out in one write(2), so that lines of several processes on one terminal stay whole.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/terminal.h"

namespace hull::cli {

class Console {
 public:
  Console(Terminal terminal, bool quiet, int verbosity, int descriptor = 2)
      : terminal_(terminal), quiet_(quiet), verbosity_(verbosity), descriptor_(descriptor) {}
  ~Console() { clear_live(); }
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  const Terminal& terminal() const { return terminal_; }
  bool quiet() const { return quiet_; }
  int verbosity() const { return verbosity_; }

  /// "   Compiling greeter": nothing when quiet.
  void status(std::string_view verb, std::string_view text);
  /// "warning: ..." and "note: ...".
  void warning(std::string_view text);
  void note(std::string_view text);
  void error(const Error& error);
  /// Text as it is (compiler output); a newline is added when it has none at its end.
  void raw(std::string_view text);
  /// The live line; no effect when standard error is no terminal. Cut to the width that the terminal has now.
  void live(std::string_view verb, std::string_view text);
  void clear_live();
  /// What was asked for: text for standard output. The first failure is kept, and nothing is written after
  /// it.
  void print(std::string_view text);
  /// 0, or the errno of the first `print` that failed.
  int print_error() const { return print_error_; }
  /// The columns that `live` has for its text now.
  std::size_t live_columns() const;

 private:
  void put(std::string text);
  std::string live_line() const;
  std::string verb_column(std::string_view verb, const char* color) const;

  Terminal terminal_;
  bool quiet_;
  int verbosity_;
  int descriptor_;
  int print_error_ = 0;
  std::string live_;  ///< What the live line shows; empty when there is none.
  std::string live_verb_, live_text_;
};

/// Writes all of `text` to `descriptor`. 0, or the errno with which it gave up (EPIPE: nobody reads any
/// more).
int write_all(int descriptor, std::string_view text);

/// `text` cut to `columns` terminal columns, with an ellipsis when cut.
std::string cut_to_columns(std::string_view text, std::size_t columns);

}  // namespace hull::cli
