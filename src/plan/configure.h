// The steps of `[[configure]]` that hull does itself, as processes the engine starts: asking one question,
// and writing the header from all answers.
//
// Each step is a struct with two ways: the plan makes the words of the command from it, and the step, when it
// runs, reads it back from them. So both ends are in one place.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace hull::plan {

/// `hull internal probe --out ANSWER --source SRC --kind KIND [--object OBJ] [--depfile D] -- COMPILER...`
struct ProbeStep {
  std::string out;                    ///< Gets "1", "0" or a size, and a line end.
  std::string source;
  std::string kind;                   ///< probe_kind_name.
  std::string object;                 ///< What the compiler writes; removed after it was read.
  std::string depfile;                ///< Written by the compiler (-MD -MF), or by the step when that fails.
  std::vector<std::string> compiler;  ///< The whole command.

  /// The words after "hull internal".
  std::vector<std::string> words() const;
  static Result<ProbeStep> parse(std::span<const std::string> words);
};

/// Runs the compiler. That it fails is an answer, not an error: "0". Then the depfile is made in another way,
/// by a run that only reads headers (`-M -MG`); a header that is missing and a library that is looked for are
/// listed at every place where they would be found, so that their coming asks again. Errors: the compiler
/// crashes or cannot be started; failures that say nothing about the question (a full disk).
Result<void> run_probe(std::span<const std::string> words);

/// `hull internal configure [--template T] --out O --values JSON [--answer NAME=FILE]...`
struct ConfigureStep {
  std::optional<std::string> template_file;
  std::string out;
  std::map<std::string, std::string> values;                   ///< As in the manifest: "" is false.
  std::vector<std::pair<std::string, std::string>> answers;    ///< (name, file that a probe wrote).

  std::vector<std::string> words() const;
  static Result<ConfigureStep> parse(std::span<const std::string> words);
};

/// Writes the header. The same template, values and answers give the same bytes. A value of the manifest wins
/// over an answer of the same name. Errors: a file cannot be read or written.
Result<void> run_configure(std::span<const std::string> words);

}  // namespace hull::plan
