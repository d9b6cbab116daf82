#include "plan/link_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/shell_words.h"
#include "base/text.h"
#include "engine/depfile.h"

namespace hull::plan {
namespace {

using Words = std::vector<std::string>;

// Where files stand. The driver knows neither, and passes on what it takes for a name and for an argument of
// the linker's.
constexpr std::string_view kOutput = "hull-link-output";
constexpr std::string_view kInputs = "hull-link-inputs";
constexpr std::string_view kForLinker = "-Wl,";

/// What every answer begins with (and a file of flags that the driver read by itself, which is no less its
/// own).
constexpr std::array<std::string_view, 5> kPreamble = {
    "Target: ", "Thread model: ", "InstalledDir: ", "Build config: ", "Configuration file: "};

bool is_preamble(std::string_view line) {
  return line.contains("clang version ") ||
         std::ranges::any_of(kPreamble, [&](std::string_view start) { return line.starts_with(start); });
}

/// Words of a question whose effect on files the answer does not show: the language of what follows, more
/// words from a file, statistics named after an input.
bool hides_something(std::string_view word) {
  return word.starts_with("-x") || word.starts_with('@') || word.starts_with("--config") ||
         word.starts_with("-save-stats");
}

/// The words that the driver hands to the linker for one word about files, or nullopt for one it would use
/// itself.
std::optional<Words> for_linker(const std::string& word) {
  if (!word.starts_with('-')) return Words{word};
  if (!word.starts_with(kForLinker)) return std::nullopt;
  Words words;
  for (const std::string_view part : split(std::string_view(word).substr(kForLinker.size()), ',')) {
    if (!part.empty()) words.emplace_back(part);
  }
  return words;
}

/// Files that decided the answer: what it names (but the linker, which is part of the toolchain's identity),
/// and the driver's own configuration.
std::set<std::string> files_of(const Words& linker, std::string_view answer) {
  std::set<std::string> files;
  for (std::string_view line : split(answer, '\n')) {
    if (line.starts_with(kPreamble.back())) files.emplace(trim(line.substr(kPreamble.back().size())));
  }
  for (const std::string& word : std::span(linker).subspan(linker.empty() ? 0 : 1)) {
    if (word.starts_with('/') && !fs::is_directory(word)) files.insert(word);
  }
  return files;
}

}  // namespace

std::string LinkLine::encode() const {
  const auto is_long = [](const std::string& word) { return word.contains('\n'); };
  if (std::ranges::any_of(question, is_long) || std::ranges::any_of(linker, is_long)) return "\n\n";
  return shell_quoted(question) + "\n" + shell_quoted(linker) + "\n";
}

Result<LinkLine> LinkLine::decode(std::string_view text) {
  const auto lines = split(text, '\n');
  if (lines.size() != 3 || !lines[2].empty())
    return fail("it is no question with its answer", ErrorKind::Bug);
  return LinkLine{.question = shell_words(lines[0]), .linker = shell_words(lines[1])};
}

std::vector<std::string> link_question(std::vector<std::string> driver_and_flags,
                                       const std::vector<std::string>& last) {
  Words question = std::move(driver_and_flags);
  question.insert(question.end(), {"-o", std::string(kOutput), fmt::format("{}{}", kForLinker, kInputs)});
  question.insert(question.end(), last.begin(), last.end());
  return question;
}

std::optional<std::vector<std::string>> linker_in_answer(const std::vector<std::string>& question,
                                                         std::string_view answer,
                                                         std::string_view temporary) {
  if (std::ranges::any_of(question, hides_something)) return std::nullopt;
  Words linker;
  for (const std::string_view line : split(answer, '\n')) {
    if (line.empty() || is_preamble(line)) continue;
    if (!line.starts_with(" \"") || !linker.empty()) return std::nullopt;
    linker = shell_words(line);
  }
  if (linker.empty() || path::name(linker.front()) != "ld.lld") return std::nullopt;

  const auto output = std::ranges::find(linker, kOutput);
  const auto inputs = std::ranges::find(linker, kInputs);
  if (output == linker.end() || output == linker.begin() || output[-1] != "-o" || inputs == linker.end())
    return std::nullopt;
  for (auto word = linker.begin(); word != linker.end(); ++word) {
    if (word != output && word != inputs && (word->contains(kOutput) || word->contains(kInputs)))
      return std::nullopt;
    const bool is_temporary =
        !temporary.empty() && word->starts_with(temporary) &&
        std::ranges::none_of(question, [&](const std::string& asked) { return asked.contains(*word); });
    if (is_temporary) return std::nullopt;
  }
  return linker;
}

std::optional<std::vector<std::string>> linker_command(const LinkLine& line,
                                                       std::span<const std::string> driver) {
  if (line.linker.empty()) return std::nullopt;
  // The command is the question with words in place of `-o OUTPUT INPUTS`: so a line that belongs to another
  // link is not taken, whatever file stands where we look for ours.
  const auto marker = std::ranges::find(line.question, kOutput);
  const auto before = static_cast<std::size_t>(marker - line.question.begin());
  if (before + 2 > line.question.size()) return std::nullopt;
  const std::size_t after = line.question.size() - before - 2;
  if (driver.size() < before + 1 + after) return std::nullopt;
  const auto same = [](std::span<const std::string> a, std::span<const std::string> b) {
    return std::ranges::equal(a, b);
  };
  const std::span<const std::string> question(line.question);
  if (!same(driver.first(before), question.first(before)) || !same(driver.last(after), question.last(after)))
    return std::nullopt;

  const std::string& output = driver[before];
  Words inputs;
  for (const std::string& word : driver.subspan(before + 1, driver.size() - before - 1 - after)) {
    auto words = for_linker(word);
    if (!words) return std::nullopt;
    inputs.insert(inputs.end(), words->begin(), words->end());
  }
  Words command;
  for (const std::string& word : line.linker) {
    if (word == kOutput) {
      command.push_back(output);
    } else if (word == kInputs) {
      command.insert(command.end(), inputs.begin(), inputs.end());
    } else {
      command.push_back(word);
    }
  }
  return command;
}

Result<void> run_link_line(std::span<const std::string> words) {
  if (words.size() < 3) return fail("`hull internal link-line` needs a file and a command", ErrorKind::Bug);
  LinkLine line{.question = {words.begin() + 2, words.end()}, .linker = {}};
  Words asked = line.question;
  asked.insert(asked.begin() + 1, "-###");
  HULL_TRY(const Finished finished, run({.argv = asked}));
  // A driver that refuses the flags will say so when it links.
  if (finished.signal != 0 || finished.exit_code > 128) {
    return fail(fmt::format("the compiler crashed when asked how it links\n{}", printable(finished.err)));
  }
  if (finished.ok()) {
    std::error_code none;
    const std::string temporary = std::filesystem::temp_directory_path(none).string() + "/";
    line.linker = linker_in_answer(line.question, finished.err, temporary).value_or(Words{});
  }
  HULL_CHECK(fs::write(words[1] + ".d", engine::depfile_text(words[1], files_of(line.linker, finished.err))));
  return fs::write(words[1], line.encode());
}

Result<void> run_link(std::span<const std::string> words) {
  if (words.size() < 3) return fail("`hull internal link` needs a file and a command", ErrorKind::Bug);
  HULL_TRY(const std::string text, fs::read(words[1]));
  auto line = LinkLine::decode(text);
  if (!line) return std::unexpected(std::move(line).error().during("while reading " + words[1]));
  const std::span<const std::string> driver = words.subspan(2);
  // A linker that cannot be started is the driver's to explain.
  if (auto linker = linker_command(*line, driver)) (void)exec({.argv = std::move(*linker)});
  return fail(exec({.argv = {driver.begin(), driver.end()}}));
}

}  // namespace hull::plan
