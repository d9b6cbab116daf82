// The linker's command line without the compiler driver.
//
// A link starts `clang++`, which works out a command line and starts `ld.lld` with it. Working it out takes a
// hundred microseconds; loading the driver's shared library takes as long as the link of a small program.
// What the driver adds (start files, search directories, runtime libraries) depends on its flags alone and
// not on the files that are linked. So it is asked once for all links with the same flags (`-###`), with a
// marker in place of the files:
//
//     question   clang++ -fuse-ld=lld -pie ... -o OUTPUT INPUTS -lm
//     answer     ld.lld -pie ... -o OUTPUT Scrt1.o crti.o -L... INPUTS -lm -lstdc++ ... crtn.o
//
// and each link puts its files in the places of the markers. Whatever is not understood is linked by the
// driver. docs/design/linking.md has the reasons.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hull::plan {

/// A question to the driver and what it said.
struct LinkLine {
  std::vector<std::string> question;  ///< The driver's command, with markers.
  std::vector<std::string> linker;  ///< The linker's command, with markers; empty: only the driver can do it.

  /// Two lines that a shell would read: the question, then the answer. Empty ones when a word has a line end.
  std::string encode() const;
  static Result<LinkLine> decode(std::string_view text);
};

/// The question for links by `driver_and_flags` OUTPUT FILES `last`.
std::vector<std::string> link_question(std::vector<std::string> driver_and_flags,
                                       const std::vector<std::string>& last);

/// The linker's command in what the driver printed when it was asked `question` with -###, or nullopt when
/// hull had better leave links like this to the driver: it had something to remark, would run more than one
/// program or another linker, or puts the names of files into words of its own. `temporary` is where the
/// driver makes temporary files.
std::optional<std::vector<std::string>> linker_in_answer(const std::vector<std::string>& question,
                                                         std::string_view answer, std::string_view temporary);

/// The linker's command for what `driver` (the driver's command) links, or nullopt when `line` does not fit
/// it.
std::optional<std::vector<std::string>> linker_command(const LinkLine& line,
                                                       std::span<const std::string> driver);

/// `hull internal link-line LINE QUESTION...`: asks, and writes LINE and LINE.d.
Result<void> run_link_line(std::span<const std::string> words);

/// `hull internal link LINE DRIVER...`: becomes the linker, or the driver.
Result<void> run_link(std::span<const std::string> words);

}  // namespace hull::plan
