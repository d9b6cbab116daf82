#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace hull::cli {
namespace {

std::string bold(std::string_view text, bool color) {
  return color ? fmt::format("\x1b[1;32m{}\x1b[0m", text) : std::string(text);
}

/// "-p, --package <NAME>", with room where a short name would be.
std::string spelling(const Flag& flag) {
  std::string text;
  if (flag.long_name().starts_with("--")) {
    text = flag.short_name().empty() ? "    " : fmt::format("{}, ", flag.short_name());
  }
  text += flag.long_name();
  if (flag.takes_value()) text += fmt::format(" <{}>", flag.value);
  return text;
}

std::string table(std::span<const std::pair<std::string, std::string>> rows) {
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, left.size());
  std::string text;
  for (const auto& [left, right] : rows) text += fmt::format("  {:<{}}  {}\n", left, width, right);
  return text;
}

Syntax syntax(Options& options) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  return {{general_flags(options)}, {{"VERB", "The verb to explain", false, false, std::move(names)}}, {}};
}

Result<int> run(const Options& options, Console& console) {
  const bool color = terminal(1, ColorChoice::Auto).color && options.color != "never";
  if (options.words.empty()) {
    console.print(overview(color));
    return 0;
  }
  const Verb* verb = find_verb(options.words.front());
  if (!verb) {
    std::vector<std::string_view> names;
    for (const Verb& known : verbs()) names.push_back(known.name);
    Error error{.message = fmt::format("no such verb: `{}`", printable(options.words.front())),
                .kind = ErrorKind::Usage,
                .span = {},
                .help = {},
                .contexts = {}};
    if (const auto meant = did_you_mean(options.words.front(), names)) {
      error.help.push_back(fmt::format("did you mean `{}`?", *meant));
    }
    error.help.push_back("`hull help` lists the verbs");
    return fail(std::move(error));
  }
  console.print(verb_help(*verb, color));
  return 0;
}

}  // namespace

std::string overview(bool color) {
  std::string text = "Build, test and ship C++.\n\n";
  text += bold("Usage:", color) + " hull [OPTIONS] VERB ...\n\n" + bold("Verbs:", color) + "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Verb& verb : verbs()) {
    std::string name(verb.name);
    if (!verb.alias.empty()) name += fmt::format(", {}", verb.alias);
    rows.emplace_back(std::move(name), verb.summary);
  }
  text += table(rows);
  rows.clear();
  Options options;
  for (const Flag& flag : general_flags(options).flags) rows.emplace_back(spelling(flag), flag.help);
  rows.emplace_back("-V, --version", "Print the version");
  text += "\n" + bold("Options:", color) + "\n" + table(rows);
  text += "\n`hull help VERB` says more about one of them.\n";
  return text;
}

std::string verb_help(const Verb& verb, bool color) {
  Options options;
  const Syntax syntax = verb.syntax(options);
  std::string text(verb.summary);
  text += ".\n";
  if (!verb.details.empty()) text += fmt::format("\n{}\n", verb.details);
  text += fmt::format("\n{} hull {} [OPTIONS]", bold("Usage:", color), verb.name);
  for (const Positional& positional : syntax.positionals) {
    const std::string name = fmt::format("{}{}", positional.name, positional.repeated ? "..." : "");
    text += positional.required ? fmt::format(" {}", name) : fmt::format(" [{}]", name);
  }
  if (!syntax.trailing.empty()) text += fmt::format(" [-- {}...]", syntax.trailing);
  text += "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Positional& positional : syntax.positionals) rows.emplace_back(positional.name, positional.help);
  if (!rows.empty()) text += "\n" + bold("Arguments:", color) + "\n" + table(rows);
  for (const FlagGroup& group : syntax.groups) {
    rows.clear();
    for (const Flag& flag : group.flags) rows.emplace_back(spelling(flag), flag.help);
    text += fmt::format("\n{}\n{}", bold(fmt::format("{}:", group.title), color), table(rows));
  }
  if (!verb.alias.empty()) text += fmt::format("\n`hull {}` is the same.\n", verb.alias);
  return text;
}

const Verb kHelp = {
    .name = "help",
    .alias = {},
    .summary = "Explain a verb",
    .details = {},
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
