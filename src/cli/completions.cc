// `hull completions SHELL`: scripts for bash, zsh and fish, made from the same tables as the parser.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
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

std::string bash() {
  std::string names, cases, values;
  for (const Verb& verb : verbs()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", verb.name);
    Options options;
    std::string flags;
    for (const Flag& flag : flags_of(verb, options)) {
      for (const std::string& name : spellings(flag))
        flags += fmt::format("{}{}", flags.empty() ? "" : " ", name);
    }
    cases += fmt::format("    {}{}) flags={} ;;\n", verb.name,
                         verb.alias.empty() ? "" : fmt::format("|{}", verb.alias), quoted(flags));
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
      std::string action = "return";
      if (!flag.choices.empty()) {
        action = fmt::format("COMPREPLY=($(compgen -W {} -- \"$word\")); return",
                             quoted(words(flag.choices, " ")));
      } else if (flag.completes == Completes::Directory) {
        action = "COMPREPLY=($(compgen -d -- \"$word\")); return";
      } else if (flag.completes == Completes::File) {
        action = "COMPREPLY=($(compgen -f -- \"$word\")); return";
      }
      values += fmt::format("    {}) {} ;;\n", pattern, action);
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
  if [[ $verb == help ]]; then
    COMPREPLY=($(compgen -W {} -- "$word"))
  elif [[ $verb == completions ]]; then
    COMPREPLY=($(compgen -W 'bash zsh fish' -- "$word"))
  elif [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}}
complete -o filenames -F _hull hull
)",
                     values, quoted(names), cases, quoted(names));
}

/// A zsh _arguments specification: "(-p --package)"{-p,--package}"[help]:NAME:action".
std::string zsh_argument(const Flag& flag) {
  std::string help = replace_all(replace_all(replace_all(flag.help, "[", "("), "]", ")"), ":", "\\:");
  help = replace_all(help, "'", "'\\''");
  std::string action;
  if (flag.takes_value()) {
    action = fmt::format(":{}:", flag.value);
    if (!flag.choices.empty())
      action += fmt::format("({})", words(flag.choices, " "));
    else if (flag.completes == Completes::Directory)
      action += "_files -/";
    else if (flag.completes == Completes::File)
      action += "_files";
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
    if (verb.name == "help")
      cases += " \\\n        '1:verb:->verbs' && return\n      _describe verb verbs";
    else if (verb.name == "completions")
      cases += " \\\n        '1:shell:(bash zsh fish)'";
    else
      cases += " \\\n        '*:file:_files'";
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
        // -x: the value is one of these, and no file.
        if (!flag.choices.empty())
          text += fmt::format(" -x -a {}", quoted(words(flag.choices, " ")));
        else if (flag.completes == Completes::Directory)
          text += " -x -a '(__fish_complete_directories)'";
        else
          text += flag.completes == Completes::File ? " -r -F" : " -x";
      }
      text += fmt::format(" -d {}\n", quoted(flag.help));
    }
  }
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs()) names.push_back(verb.name);
  text += fmt::format("complete -c hull -n '__fish_seen_subcommand_from help' -a {}\n",
                      quoted(words(names, " ")));
  text += "complete -c hull -n '__fish_seen_subcommand_from completions' -a 'bash zsh fish'\n";
  return text;
}

Syntax syntax(Options& options) {
  return {{general_flags(options)}, {{"SHELL", "bash, zsh or fish", true, false}}, {}};
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
