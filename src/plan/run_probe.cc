// Asking the compiler one question (configure.h).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/text.h"
#include "engine/depfile.h"
#include "plan/configure.h"
#include "plan/probe.h"

namespace hull::plan {
namespace {

/// What compilers and linkers print when they failed for a reason of their own.
constexpr std::array<std::string_view, 10> kNoAnswer = {
    "frontend command failed", "internal compiler error", "signal terminated program", "due to signal",
    "No space left on device", "Cannot allocate memory",  "Too many open files",       "Input/output error",
    "Read-only file system",   "Disk quota exceeded"};

/// Why a failure is no answer, or nullopt when it is one.
std::optional<std::string> not_an_answer(const Finished& finished) {
  if (finished.signal != 0) return fmt::format("was ended by signal {}", finished.signal);
  // A shell, or Clang's driver, reports a signal N of its child as 128 + N.
  if (finished.exit_code > 128) return fmt::format("was ended by signal {}", finished.exit_code - 128);
  for (std::string_view text : kNoAnswer) {
    if (finished.err.find(text) != std::string::npos) return fmt::format("failed: {}", text);
  }
  return std::nullopt;
}

/// The compiler's command with what decides outputs taken away, to be asked for dependencies.
std::vector<std::string> without_outputs(const std::vector<std::string>& argv) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < argv.size(); ++i) {
    const std::string& word = argv[i];
    if (word == "-o" || word == "-MF" || word == "-MT" || word == "-MQ") {
      ++i;
    } else if (word != "-c" && word != "-MD" && word != "-MMD" && word != "-MP" && !word.starts_with("-l")) {
      words.push_back(word);
    }
  }
  return words;
}

/// The list of directories that `-v` prints, and those that are not in it because they do not exist yet.
std::vector<std::string> search_list(std::string_view text) {
  constexpr std::string_view kNone = "ignoring nonexistent directory \"";
  std::vector<std::string> directories;
  bool in_list = false;
  for (std::string_view line : split(text, '\n')) {
    if (line.starts_with(kNone) && line.ends_with('"')) {
      line.remove_prefix(kNone.size());
      line.remove_suffix(1);
      directories.emplace_back(line);
    } else if (line.starts_with("#include ")) {
      in_list = true;
    } else if (line.starts_with("End of search list")) {
      break;
    } else if (in_list && line.starts_with(' ')) {
      directories.emplace_back(trim(line));
    }
  }
  return directories;
}

/// What a failed compile read: the headers it found, and for those it did not find every place where they
/// could be.
std::set<std::string> inputs_of_failure(const ProbeStep& step) {
  std::set<std::string> inputs = {step.source};
  std::vector<std::string> argv = without_outputs(step.compiler);
  argv.insert(argv.end(), {"-M", "-MG", "-v", "-MF", step.depfile, "-MT", "out"});
  const auto finished = run({.argv = argv});
  const auto text = fs::read(step.depfile);
  if (!finished || !text) return inputs;
  const auto paths = engine::parse_depfile(*text);
  if (!paths) return inputs;
  for (const std::string& path : *paths) {
    if (fs::exists(path)) {
      inputs.insert(path);
      continue;
    }
    for (const std::string& directory : search_list(finished->err))
      inputs.insert(path::join(directory, path));
  }
  return inputs;
}

/// Where the linker looks for the `-l` words of the command: each place up to and including the first that
/// has it.
std::set<std::string> libraries_looked_for(const ProbeStep& step) {
  std::vector<std::string> names, directories;
  for (const std::string& word : step.compiler) {
    if (word.starts_with("-l") && word.size() > 2) names.push_back(word.substr(2));
    if (word.starts_with("-L") && word.size() > 2) directories.push_back(word.substr(2));
  }
  std::set<std::string> inputs;
  if (names.empty()) return inputs;
  std::vector<std::string> argv = step.compiler;
  argv.push_back("-print-search-dirs");
  if (const auto finished = run({.argv = argv})) {
    for (std::string_view line : split(finished->out, '\n')) {
      constexpr std::string_view kLibraries = "libraries: =";
      if (!line.starts_with(kLibraries)) continue;
      for (std::string_view directory : split(line.substr(kLibraries.size()), ':'))
        directories.emplace_back(directory);
    }
  }
  for (const std::string& name : names) {
    bool found = false;
    for (const std::string& directory : directories) {
      for (const std::string& file : name.starts_with(':')
                                         ? std::vector{name.substr(1)}
                                         : std::vector{"lib" + name + ".so", "lib" + name + ".a"}) {
        const std::string candidate = path::normal(path::join(directory, file));
        inputs.insert(candidate);
        found = fs::is_file(candidate);
        if (found) break;
      }
      if (found) break;
    }
  }
  return inputs;
}

/// Leaves a depfile that lists what the answer depends on.
Result<void> complete_depfile(const ProbeStep& step, bool answered_yes) {
  if (step.depfile.empty()) return {};
  std::set<std::string> inputs = libraries_looked_for(step);
  if (answered_yes) {
    if (inputs.empty()) return {};
    if (const auto text = fs::read(step.depfile)) {
      HULL_TRY(const auto paths, engine::parse_depfile(*text));
      inputs.insert(paths.begin(), paths.end());
    }
  } else {
    inputs.merge(inputs_of_failure(step));
  }
  return fs::write(step.depfile, engine::depfile_text(step.out, inputs));
}

Error wrong_words(std::string_view word) {
  return fail(fmt::format("`hull internal probe` does not understand `{}`", printable(word)), ErrorKind::Bug)
      .error();
}

}  // namespace

std::vector<std::string> ProbeStep::words() const {
  std::vector<std::string> words = {"probe", "--out", out, "--source", source, "--kind", kind};
  if (!object.empty()) words.insert(words.end(), {"--object", object});
  if (!depfile.empty()) words.insert(words.end(), {"--depfile", depfile});
  words.push_back("--");
  words.insert(words.end(), compiler.begin(), compiler.end());
  return words;
}

Result<ProbeStep> ProbeStep::parse(std::span<const std::string> words) {
  ProbeStep step;
  for (std::size_t i = 1; i < words.size(); i += 2) {
    if (words[i] == "--") {
      step.compiler.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (i + 1 == words.size()) return fail(wrong_words(words[i]));
    if (words[i] == "--out") {
      step.out = words[i + 1];
    } else if (words[i] == "--source") {
      step.source = words[i + 1];
    } else if (words[i] == "--kind") {
      step.kind = words[i + 1];
    } else if (words[i] == "--object") {
      step.object = words[i + 1];
    } else if (words[i] == "--depfile") {
      step.depfile = words[i + 1];
    } else {
      return fail(wrong_words(words[i]));
    }
  }
  if (step.out.empty() || step.source.empty() || step.compiler.empty()) return fail(wrong_words(""));
  return step;
}

Result<void> run_probe(std::span<const std::string> words) {
  HULL_TRY(const ProbeStep step, ProbeStep::parse(words));
  HULL_TRY(const Finished finished, run({.argv = step.compiler}));
  std::string answer = "1";
  if (!finished.ok()) {
    if (const auto why = not_an_answer(finished)) {
      Error error =
          fail(fmt::format("the compiler {} while asked about {}", *why, printable(step.source))).error();
      return fail(std::move(error).with_help("try `" + shell_quoted(step.compiler) + "`"));
    }
    answer = "0";
  } else if (step.kind == probe_kind_name(manifest::Probe::Kind::Sizeof)) {
    HULL_TRY(const std::string object, fs::read(step.object));
    auto size = size_in_object(object);
    if (!size) return std::unexpected(std::move(size).error().during("reading " + printable(step.object)));
    answer = std::to_string(*size);
  }
  if (!step.object.empty()) HULL_CHECK(fs::remove_all(step.object));
  HULL_CHECK(complete_depfile(step, finished.ok()));
  return fs::write(step.out, answer + "\n");
}

}  // namespace hull::plan
