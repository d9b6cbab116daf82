#include "plan/flag_files.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace hull::plan {
namespace {

/// Flags whose values are no files that are read, or are known otherwise: found in the depfile or part of the
/// toolchain.
constexpr std::array<std::string_view, 16> kNoFiles = {
    "-D",         "-U",         "-I",      "-L",      "-l",     "-iquote",   "-isystem",      "-std=",
    "--ld-path=", "--sysroot=", "-march=", "-mtune=", "-mcpu=", "--target=", "-resource-dir", "-o"};

/// Parts of flags whose values are written: maps, traces, caches, records. To take one for an input would
/// make the command dirty by itself.
constexpr std::array<std::string_view, 17> kWritten = {
    "prefix-map", "compilation-dir", "rpath",    "dependency-file", "-Map",  "reproduce",
    "time-trace", "implib",          "generate", "crash",           "save-", "dump",
    "record",     "diagnostics",     "cache",    "soname",          "stats"};

bool is_written(std::string_view flag) {
  return std::ranges::any_of(kWritten, [&](std::string_view part) { return flag.contains(part); });
}

bool starts_with_any(std::string_view word, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](std::string_view beginning) { return word.starts_with(beginning); });
}

/// A name with neither a slash nor a dot is taken for a word.
bool may_be_path(std::string_view text) { return !text.empty() && text.find_first_of("/.") != text.npos; }

/// A flag that takes the next word as its value when nothing follows it in its own: "-I", then "dir".
std::vector<std::string> values_of(std::span<const std::string> words, std::string_view flag) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == flag) {
      if (i + 1 < words.size()) values.push_back(words[++i]);
    } else if (words[i].starts_with(flag)) {
      values.push_back(words[i].substr(flag.size()));
    }
  }
  return values;
}

/// The value of `-flag=value`, when it is one that is read.
void add_value(std::string_view flag, const auto& add) {
  const auto equals = flag.find('=');
  if (equals != flag.npos && !is_written(flag.substr(0, equals))) add(flag.substr(equals + 1));
}

/// The words that -Wl and its like pass on.
void add_parts(const std::vector<std::string_view>& parts, const auto& add) {
  bool written = false;  // The value of a flag in the part before.
  for (const std::string_view part : parts) {
    if (part.starts_with('-')) {
      add_value(part, add);
      written = is_written(part);
    } else if (!std::exchange(written, false)) {
      add(part);
    }
  }
}

}  // namespace

std::vector<std::string> files_in_flags(std::span<const std::string> words) {
  std::vector<std::string> paths;
  const auto add = [&](std::string_view text) {
    if (may_be_path(text)) paths.emplace_back(text);
  };
  for (const std::string& word : words) {
    if (word.starts_with('@')) {
      add(std::string_view(word).substr(1));
      if (word.size() > 1 && !may_be_path(word)) paths.push_back(word.substr(1));
    } else if (!word.starts_with('-')) {
      add(word);
    } else if (word.starts_with("-Wl,") || word.starts_with("-Wp,") || word.starts_with("-Wa,")) {
      add_parts(split(std::string_view(word).substr(4), ','), add);
    } else if (!starts_with_any(word, kNoFiles)) {
      add_value(word, add);
      // A directory of profiles stands for the one in it.
      if (word.starts_with("-fprofile") && !is_written(word) && word.contains('=')) {
        paths.push_back(word.substr(word.find('=') + 1) + "/default.profdata");
      }
    }
  }
  return paths;
}

std::vector<std::string> library_candidates(std::span<const std::string> words) {
  const std::vector<std::string> directories = values_of(words, "-L");
  std::vector<std::string> paths;
  for (const std::string& name : values_of(words, "-l")) {
    for (const std::string& directory : directories) {
      if (name.starts_with(':')) {
        paths.push_back(directory + "/" + name.substr(1));
      } else {
        paths.push_back(directory + "/lib" + name + ".so");
        paths.push_back(directory + "/lib" + name + ".a");
      }
    }
  }
  return paths;
}

FlagDirectories directories_in_flags(std::span<const std::string> words) {
  FlagDirectories found{.quote = values_of(words, "-iquote"), .system = values_of(words, "-isystem")};
  const std::vector<std::string> both = values_of(words, "-I");
  found.quote.insert(found.quote.end(), both.begin(), both.end());
  return found;
}

bool reads_comments(std::span<const std::string> words) {
  static constexpr std::array<std::string_view, 6> kReaders = {"documentation", "everything", "invalid-utf8",
                                                               "comment",       "plugin",     "-Xclang"};
  return std::ranges::any_of(words, [](const std::string& word) {
    return word.starts_with('-') && !word.starts_with("-D") && !word.starts_with("-I") &&
           !word.starts_with("-Wno-") &&
           std::ranges::any_of(kReaders, [&](std::string_view reader) { return word.contains(reader); });
  });
}

}  // namespace hull::plan
