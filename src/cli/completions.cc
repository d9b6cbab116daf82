// `hull completions SHELL`: scripts for bash, zsh and fish, made from the same tables as the parser.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/complete.h"
#include "cli/verb.h"

namespace hull::cli {
namespace {

/// Text inside single quotes of any of the three shells (fish and POSIX agree on '\'' here).
std::string quoted(std::string_view text) { return fmt::format("'{}'", replace_all(text, "'", "'\\''")); }

std::vector<Flag> flags_of(const Verb& verb, Options& options) {
  std::vector<Flag> flags;
  for (FlagGroup& group : verb.syntax(options).groups) {
    for (Flag& flag : group.flags) flags.push_back(std::move(flag));
  }
  return flags;
}

std::vector<std::string> spellings(const Flag& flag) {
  std::vector<std::string> list;
  if (!flag.short_name().empty()) list.emplace_back(flag.short_name());
  list.emplace_back(flag.long_name());
  return list;
}

std::string words(std::span<const std::string_view> list, std::string_view separator) {
  std::string text;
  for (const std::string_view word : list) text += fmt::format("{}{}", text.empty() ? "" : separator, word);
  return text;
}

/// How a shell gets the names of `completes`; silent where there is no workspace.
std::string question(std::string_view program, Completes completes) {
  return fmt::format("{} internal complete {} 2>/dev/null", program, kind_of_names(completes));
}

/// The statement by which bash offers values for $word.
std::string bash_values(std::span<const std::string_view> choices, Completes completes, char separator) {
  if (!choices.empty())
    return fmt::format("COMPREPLY=($(compgen -W {} -- \"$word\"))", quoted(words(choices, " ")));
  if (completes == Completes::Directory) return "COMPREPLY=($(compgen -d -- \"$word\"))";
  if (completes == Completes::File) return "COMPREPLY=($(compgen -f -- \"$word\"))";
  if (completes == Completes::Nothing) return ":";
  const std::string names = fmt::format("\"$({})\"", question("\"${COMP_WORDS[0]}\"", completes));
  if (separator == 0) return fmt::format("COMPREPLY=($(compgen -W {} -- \"$word\"))", names);
  // Of a list, the part behind the last separator.
  return fmt::format(
      "COMPREPLY=($(compgen -P \"${{word%\"${{word##*{0}}}\"}}\" -W {1} -- \"${{word##*{0}}}\"))", separator,
      names);
}

std::string bash() {
  std::string names, cases, values, positionals;
  for (const Verb& verb : verbs()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", verb.name);
    Options options;
    std::string flags;
    for (const Flag& flag : flags_of(verb, options)) {
      for (const std::string& name : spellings(flag))
        flags += fmt::format("{}{}", flags.empty() ? "" : " ", name);
    }
    const std::string pattern =
        fmt::format("{}{}", verb.name, verb.alias.empty() ? "" : fmt::format("|{}", verb.alias));
    cases += fmt::format("    {}) flags={} ;;\n", pattern, quoted(flags));
    for (const Positional& positional : verb.syntax(options).positionals) {
      positionals +=
          fmt::format("    {}) {} ;;\n", pattern, bash_values(positional.choices, positional.completes, 0));
    }
  }
  // A flag has the same values for every verb that offers it, so one list serves all.
  Options options;
  std::vector<std::string> seen;
  for (const Verb& verb : verbs()) {
    for (const Flag& flag : flags_of(verb, options)) {
      if (!flag.takes_value()) continue;
      const std::string pattern = join(spellings(flag), "|");
      if (std::ranges::find(seen, pattern) != seen.end()) continue;
      seen.push_back(pattern);
      values += fmt::format("    {}) {}; return ;;\n", pattern,
                            bash_values(flag.choices, flag.completes, flag.separator));
    }
  }
  return fmt::format(R"(# bash completion for hull: source <(hull completions bash)
_hull() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} verb='' flags='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      --) return ;;
      -*) ;;
      *) verb=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $previous in
{}  esac
  if [[ -z $verb ]]; then
    COMPREPLY=($(compgen -W {} -- "$word"))
    return
  fi
  case $verb in
{}  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
    return
  fi
  case $verb in
{}  esac
}}
complete -o filenames -F _hull hull
)",
                     values, quoted(names), cases, positionals);
}

/// The action of a zsh _arguments specification that offers values. It stands inside single quotes.
std::string zsh_values(std::span<const std::string_view> choices, Completes completes, char separator) {
  if (!choices.empty()) return fmt::format("({})", words(choices, " "));
  if (completes == Completes::Directory) return "_files -/";
  if (completes == Completes::File) return "_files";
  if (completes == Completes::Nothing) return "";
  const std::string names = fmt::format("${{(f)\"$({})\"}}", question("hull", completes));
  return separator == 0 ? fmt::format("{{compadd -- {}}}", names)
                        : fmt::format("{{_sequence -s {} compadd - {}}}", separator, names);
}

/// A zsh _arguments specification: "(-p --package)"{-p,--package}"[help]:NAME:action".
std::string zsh_argument(const Flag& flag) {
  std::string help = replace_all(replace_all(replace_all(flag.help, "[", "("), "]", ")"), ":", "\\:");
  help = replace_all(help, "'", "'\\''");
  std::string action;
  if (flag.takes_value()) {
    action = fmt::format(":{}:", flag.value);
    action += zsh_values(flag.choices, flag.completes, flag.separator);
  }
  const std::string many = std::holds_alternative<std::vector<std::string>*>(flag.sink) ? "*" : "";
  if (flag.short_name().empty()) return fmt::format("'{}{}[{}]{}'", many, flag.long_name(), help, action);
  return fmt::format("{}{{{},{}}}'[{}]{}'",
                     many.empty() ? fmt::format("'({} {})'", flag.short_name(), flag.long_name()) : "'*'",
                     flag.short_name(), flag.long_name(), help, action);
}

std::string zsh() {
  std::string list, cases;
  for (const Verb& verb : verbs()) {
    list += fmt::format("    {}\n",
                        quoted(fmt::format("{}:{}", verb.name, replace_all(verb.summary, ":", "\\:"))));
    Options options;
    cases += fmt::format("    {}{})\n      _arguments -s", verb.name,
                         verb.alias.empty() ? "" : fmt::format("|{}", verb.alias));
    for (const Flag& flag : flags_of(verb, options))
      cases += fmt::format(" \\\n        {}", zsh_argument(flag));
    for (const Positional& positional : verb.syntax(options).positionals) {
      cases +=
          fmt::format(" \\\n        '{}:{}:{}'", positional.repeated ? "*" : "1", to_lower(positional.name),
                      zsh_values(positional.choices, positional.completes, 0));
    }
    cases += "\n      ;;\n";
  }
  return fmt::format(R"(#compdef hull
# zsh completion for hull: put this file on $fpath as _hull, or: source <(hull completions zsh)
_hull() {{
  local -a verbs
  verbs=(
{})
  local curcontext=$curcontext state line
  _arguments -C '1:verb:->verb' '*::argument:->arguments'
  case $state in
    verb) _describe verb verbs; return ;;
  esac
  case $line[1] in
{}  esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _hull "$@"; else compdef _hull hull; fi
)",
                     list, cases);
}

/// The part of a fish `complete` that offers values. -x: they are these, and no file.
std::string fish_values(std::span<const std::string_view> choices, Completes completes, char separator) {
  if (!choices.empty()) return fmt::format(" -x -a {}", quoted(words(choices, " ")));
  if (completes == Completes::Directory) return " -x -a '(__fish_complete_directories)'";
  if (completes == Completes::File) return " -r -F";
  if (completes == Completes::Nothing) return " -x";
  const std::string names = question("hull", completes);
  return separator == 0 ? fmt::format(" -x -a '({})'", names)
                        : fmt::format(" -x -a '(__fish_complete_list {} \"{}\")'", separator, names);
}

std::string fish() {
  std::string text = "# fish completion for hull: hull completions fish | source\ncomplete -c hull -f\n";
  for (const Verb& verb : verbs()) {
    text += fmt::format("complete -c hull -n __fish_use_subcommand -a {} -d {}\n", verb.name,
                        quoted(verb.summary));
  }
  for (const Verb& verb : verbs()) {
    Options options;
    const std::string condition = fmt::format("'__fish_seen_subcommand_from {}{}'", verb.name,
                                              verb.alias.empty() ? "" : fmt::format(" {}", verb.alias));
    for (const Flag& flag : flags_of(verb, options)) {
      text += fmt::format("complete -c hull -n {}", condition);
      for (const std::string& name : spellings(flag)) {
        text += name.starts_with("--") ? fmt::format(" -l {}", name.substr(2))
                                       : fmt::format(" -s {}", name.substr(1));
      }
      if (flag.takes_value()) {
        text += fish_values(flag.choices, flag.completes, flag.separator);
      }
      text += fmt::format(" -d {}\n", quoted(flag.help));
    }
    for (const Positional& positional : verb.syntax(options).positionals) {
      if (positional.choices.empty() && positional.completes == Completes::Nothing) continue;
      text += fmt::format("complete -c hull -n {}{}\n", condition,
                          fish_values(positional.choices, positional.completes, 0));
    }
  }
  return text;
}

Syntax syntax(Options& options) {
  return {
      {general_flags(options)}, {{"SHELL", "bash, zsh or fish", true, false, {"bash", "zsh", "fish"}}}, {}};
}

Result<int> run(const Options& options, Console& console) {
  const std::string& shell = options.words.front();
  if (shell == "bash")
    console.print(bash());
  else if (shell == "zsh")
    console.print(zsh());
  else if (shell == "fish")
    console.print(fish());
  else
    return fail(fmt::format("no completions for `{}`: there are `bash`, `zsh` and `fish`", printable(shell)),
                ErrorKind::Usage);
  return 0;
}

}  // namespace

const Verb kCompletions = {
    .name = "completions",
    .alias = {},
    .summary = "Print a completion script for bash, zsh or fish",
    .details =
        "bash: source <(hull completions bash)\n"
        "zsh:  hull completions zsh > ~/.zfunc/_hull, with ~/.zfunc on $fpath\n"
        "fish: hull completions fish > ~/.config/fish/completions/hull.fish",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
