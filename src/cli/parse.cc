// The only file that knows CLI11. It builds a parser for the one verb that was written: a parser for every
// verb would cost more than a whole no-op build.
#include "cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

#include "base/text.h"

namespace hull::cli {
namespace {

/// General flags that take a value; needed to find the verb behind them.
bool takes_next_word(std::string_view word) {
  return word == "-C" || word == "--color" || word == "--manifest-path" || word == "--target-dir";
}

std::size_t verb_position(const std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at < words.size() && words[at].starts_with('-') && words[at] != "--") {
    at += takes_next_word(words[at]) ? 2 : 1;
  }
  return std::min(at, words.size());
}

std::vector<const Flag*> all_flags(const Syntax& syntax) {
  std::vector<const Flag*> flags;
  for (const FlagGroup& group : syntax.groups) {
    for (const Flag& flag : group.flags) flags.push_back(&flag);
  }
  return flags;
}

std::unexpected<Error> usage_error(std::string message, const Verb* verb, std::string help = {}) {
  Error error{
      .message = std::move(message), .kind = ErrorKind::Usage, .span = {}, .help = {}, .contexts = {}};
  if (!help.empty()) error.help.push_back(std::move(help));
  error.help.push_back(verb ? fmt::format("`hull help {}` lists what it accepts", verb->name)
                            : "`hull help` lists the verbs");
  return std::unexpected(std::move(error));
}

std::unexpected<Error> unknown_verb(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  const auto meant = did_you_mean(word, names);
  return usage_error(fmt::format("no such verb: `{}`", printable(word)), nullptr,
                     meant ? fmt::format("did you mean `{}`?", *meant) : "");
}

/// Words that the grammar has no place for: an unknown flag, or one positional too many.
std::unexpected<Error> unexpected_word(std::string_view word, const Verb& verb, const Syntax& syntax) {
  const std::string_view name = word.substr(0, word.find('='));
  if (!name.starts_with('-')) {
    const bool selectable =
        std::ranges::any_of(all_flags(syntax), [](const Flag* f) { return f->names == "--bin"; });
    return usage_error(
        fmt::format("unexpected argument `{}`", printable(word)), &verb,
        selectable
            ? fmt::format("to work on one package or target, write `-p {0}` or `--bin {0}`", printable(word))
            : "");
  }
  std::vector<std::string_view> names;
  for (const Flag* flag : all_flags(syntax)) names.push_back(flag->long_name());
  std::string help;
  // Every other letter is one edit away from a short flag.
  if (const auto meant = name.size() > 2 ? did_you_mean(name, names) : std::nullopt) {
    help = fmt::format("did you mean `{}`?", *meant);
  } else if (!syntax.trailing.empty()) {
    help = fmt::format("to pass it to the program, write `-- {}`", printable(word));
  }
  return usage_error(fmt::format("unknown flag `{}`", printable(name)), &verb, help);
}

/// Binds one flag of the table to CLI11.
void declare(CLI::App& app, const Flag& flag) {
  const std::string names(flag.names), help(flag.help);
  std::visit(
      [&](auto* sink) {
        using T = std::remove_pointer_t<decltype(sink)>;
        if constexpr (std::is_same_v<T, bool>) {
          app.add_flag(names, *sink, help);
        } else if constexpr (std::is_same_v<T, int>) {
          app.add_flag_function(names, [sink](std::int64_t count) { *sink = static_cast<int>(count); }, help);
        } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
          // One word each time: a list that took all that follow would swallow the verb's own arguments.
          CLI::Option* option =
              app.add_option(names, *sink, help)->take_all()->expected(1)->allow_extra_args(false);
          if (flag.separator) option->delimiter(flag.separator);
        } else {
          app.add_option(names, *sink, help)->take_last();
        }
      },
      flag.sink);
}

/// Values that must come from a fixed list are checked here, so that the message is ours.
Result<void> check_choices(const Syntax& syntax, const Verb& verb) {
  for (const Flag* flag : all_flags(syntax)) {
    if (flag->choices.empty()) continue;
    std::vector<std::string> values;
    if (auto* const* one = std::get_if<std::string*>(&flag->sink)) values = {**one};
    if (auto* const* many = std::get_if<std::vector<std::string>*>(&flag->sink)) values = **many;
    for (const std::string& value : values) {
      if (value.empty() || std::ranges::find(flag->choices, value) != flag->choices.end()) continue;
      const auto meant = did_you_mean(value, flag->choices);
      return usage_error(fmt::format("`{}` cannot be `{}`: it is {}", flag->long_name(), printable(value),
                                     quoted_list(flag->choices)),
                         &verb, meant ? fmt::format("did you mean `{}`?", *meant) : "");
    }
  }
  return {};
}

/// CLI11's message for a value that is missing or of the wrong type, in our words. Its text starts with
/// the flag: "--jobs: 1 required UINT missing", "Could not convert: --jobs = x".
std::unexpected<Error> wrong_value(const std::string& what, const Verb& verb, const Syntax& syntax) {
  const Flag* found = nullptr;
  for (const Flag* flag : all_flags(syntax)) {
    const std::string_view name = flag->long_name();
    for (auto at = what.find(name); at != what.npos; at = what.find(name, at + 1)) {
      const char next = at + name.size() < what.size() ? what[at + name.size()] : ' ';
      if (!std::isalnum(static_cast<unsigned char>(next)) && next != '-') found = flag;
    }
  }
  if (!found) return usage_error(what, &verb);
  if (!found->takes_value())
    return usage_error(fmt::format("`{}` takes no value", found->long_name()), &verb);
  const bool number =
      std::holds_alternative<unsigned*>(found->sink) || std::holds_alternative<double*>(found->sink);
  return usage_error(fmt::format("`{}` needs {}: `{} {}`", found->long_name(),
                                 number ? "a number" : "a value", found->long_name(), found->value),
                     &verb);
}

Result<void> parse_verb(const Verb& verb, std::vector<std::string> words, Options& options) {
  const Syntax syntax = verb.syntax(options);
  if (const auto dashes = std::ranges::find(words, "--"); dashes != words.end()) {
    if (syntax.trailing.empty()) {
      return usage_error(fmt::format("`hull {}` takes nothing after `--`", verb.name), &verb);
    }
    options.arguments.assign(dashes + 1, words.end());
    words.erase(dashes, words.end());
  }

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const Flag* flag : all_flags(syntax)) declare(app, *flag);
  std::size_t most = 0;
  for (const Positional& positional : syntax.positionals)
    most = positional.repeated ? words.size() : most + 1;
  // CLI11 takes its words from the back.
  std::ranges::reverse(words);
  try {
    app.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    return wrong_value(error.what(), verb, syntax);
  }
  for (std::string& word : app.remaining()) {
    if (word.size() > 1 && word.starts_with('-')) return unexpected_word(word, verb, syntax);
    if (options.words.size() == most) return unexpected_word(word, verb, syntax);
    options.words.push_back(std::move(word));
  }
  if (options.help) return {};
  HULL_CHECK(check_choices(syntax, verb));
  for (std::size_t i = options.words.size(); i < syntax.positionals.size(); ++i) {
    if (syntax.positionals[i].required) {
      return usage_error(
          fmt::format("`hull {0}` needs {1}: `hull {0} {1}`", verb.name, syntax.positionals[i].name), &verb);
    }
  }
  return {};
}

}  // namespace

Result<Invocation> parse(std::vector<std::string> words) {
  Invocation invocation;
  const std::size_t at = verb_position(words);
  if (at == words.size()) {
    invocation.version =
        std::erase_if(words, [](const std::string& word) { return word == "-V" || word == "--version"; }) > 0;
    HULL_CHECK(parse_verb(kHelp, std::move(words), invocation.options));
    return invocation;
  }
  invocation.verb = find_verb(words[at]);
  if (!invocation.verb) return unknown_verb(words[at]);
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
  HULL_CHECK(parse_verb(*invocation.verb, std::move(words), invocation.options));
  return invocation;
}

}  // namespace hull::cli
