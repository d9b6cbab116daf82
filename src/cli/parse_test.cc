#include "cli/parse.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace hull::cli {
namespace {

std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> list;
  for (const std::string_view word : split(line, ' ')) {
    if (!word.empty()) list.emplace_back(word);
  }
  return list;
}

Options parsed(const std::string& line) {
  auto invocation = parse(words(line));
  EXPECT_TRUE(invocation) << line << ": " << (invocation ? "" : invocation.error().message);
  return invocation ? invocation->options : Options{};
}

TEST(Parse, ReadsCargosFlags) {
  const Options options = parsed(
      "build -p core --package net --workspace --exclude x --bin a --bin=b --lib --all-targets --release -j3 "
      "-k -vv -q "
      "--color never --message-format json --manifest-path m/hull.toml --target-dir t -C d --features a,b -F "
      "c "
      "--all-features --no-default-features --sanitize address,undefined --explain --timings --no-cache "
      "--locked "
      "--offline");
  EXPECT_EQ(options.packages, (std::vector<std::string>{"core", "net"}));
  EXPECT_TRUE(options.workspace);
  EXPECT_EQ(options.excluded, (std::vector<std::string>{"x"}));
  EXPECT_EQ(options.bins, (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(options.lib && options.all_targets && options.release && options.keep_going && options.quiet);
  EXPECT_EQ(options.jobs, 3u);
  EXPECT_EQ(options.verbose, 2);
  EXPECT_EQ(options.color, "never");
  EXPECT_TRUE(options.json());
  EXPECT_EQ(options.manifest_path, "m/hull.toml");
  EXPECT_EQ(options.target_directory, "t");
  EXPECT_EQ(options.directory, "d");
  EXPECT_EQ(options.features, (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(options.all_features && options.no_default_features);
  EXPECT_EQ(options.sanitize, (std::vector<std::string>{"address", "undefined"}));
  EXPECT_TRUE(options.explain && options.timings && options.no_cache && options.locked && options.offline);
}

TEST(Parse, TakesGeneralFlagsBeforeTheVerb) {
  const auto invocation = parse(words("-C somewhere --color=always -v b -v"));
  ASSERT_TRUE(invocation);
  EXPECT_EQ(invocation->verb->name, "build");
  EXPECT_EQ(invocation->options.directory, "somewhere");
  EXPECT_EQ(invocation->options.color, "always");
  EXPECT_EQ(invocation->options.verbose, 2);
}

TEST(Parse, AFlagTakesOneWord) {
  for (const Verb& verb : verbs()) {
    Options table;
    const Syntax syntax = verb.syntax(table);
    if (syntax.positionals.empty()) continue;
    for (const FlagGroup& group : syntax.groups) {
      for (const Flag& flag : group.flags) {
        if (!flag.takes_value()) continue;
        const std::string value = flag.choices.empty() ? "1" : std::string(flag.choices.front());
        const auto names = split(flag.names, ',');
        for (const std::string_view name : names) {
          const auto invocation = parse({std::string(verb.name), std::string(name), value, "word"});
          ASSERT_TRUE(invocation) << verb.name << " " << name << ": " << invocation.error().message;
          EXPECT_EQ(invocation->options.words, (std::vector<std::string>{"word"}))
              << verb.name << " " << name;
        }
      }
    }
  }
  const Options options =
      parsed("test --sanitize address,undefined --sanitize leak -p core --skip slow Filter other");
  EXPECT_EQ(options.sanitize, (std::vector<std::string>{"address", "undefined", "leak"}));
  EXPECT_EQ(options.packages, (std::vector<std::string>{"core"}));
  EXPECT_EQ(options.skip, (std::vector<std::string>{"slow"}));
  EXPECT_EQ(options.words, (std::vector<std::string>{"Filter", "other"}));
}

TEST(Parse, GivesTheProgramItsArguments) {
  const Options options = parsed("run --release one two -- --bin -x -- y");
  EXPECT_TRUE(options.release);
  EXPECT_EQ(options.words, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(options.arguments, (std::vector<std::string>{"--bin", "-x", "--", "y"}));
}

TEST(Parse, WithoutAVerbThereIsNone) {
  for (const char* line : {"", "-v", "--help", "-h"}) {
    const auto invocation = parse(words(line));
    ASSERT_TRUE(invocation) << line;
    EXPECT_EQ(invocation->verb, nullptr) << line;
    EXPECT_FALSE(invocation->version) << line;
  }
  EXPECT_TRUE(parse(words("--version"))->version);
  EXPECT_TRUE(parse(words("-V"))->version);
}

TEST(Parse, HelpNeedsNoArguments) {
  const Options options = parsed("new --help");
  EXPECT_TRUE(options.help);
}

TEST(Parse, ExplainsWhatIsWrong) {
  struct Case {
    const char* line;
    const char* message;
    const char* help;
  };
  for (const Case& c : {
           Case{"biuld", "no such verb: `biuld`", "did you mean `build`?"},
           {"frobnicate", "no such verb: `frobnicate`", "`hull help` lists the verbs"},
           {"build --relase", "unknown flag `--relase`", "did you mean `--release`?"},
           {"build --jbos=3", "unknown flag `--jbos`", "did you mean `--jobs`?"},
           {"build -Z", "unknown flag `-Z`", "`hull help build` lists what it accepts"},
           {"build core", "unexpected argument `core`",
            "to work on one package or target, write `-p core` or `--bin core`"},
           {"build -j", "`--jobs` needs a number: `--jobs N`", "`hull help build` lists what it accepts"},
           {"build -j many", "`--jobs` needs a number: `--jobs N`",
            "`hull help build` lists what it accepts"},
           {"build --package", "`--package` needs a value: `--package NAME`",
            "`hull help build` lists what it accepts"},
           {"build --sanitize addres",
            "`--sanitize` cannot be `addres`: it is `address`, `undefined`, `thread`, `memory` or `leak`",
            "did you mean `address`?"},
           {"build --color=blue", "`--color` cannot be `blue`: it is `auto`, `always` or `never`",
            "`hull help build` lists what it accepts"},
           {"build -- x", "`hull build` takes nothing after `--`", "`hull help build` lists what it accepts"},
           {"new", "`hull new` needs PATH: `hull new PATH`", "`hull help new` lists what it accepts"},
           {"new a b", "unexpected argument `b`", "`hull help new` lists what it accepts"},
           {"run --port 80", "unknown flag `--port`", "to pass it to the program, write `-- --port`"},
       }) {
    const auto invocation = parse(words(c.line));
    ASSERT_FALSE(invocation) << c.line;
    EXPECT_EQ(invocation.error().message, c.message) << c.line;
    EXPECT_EQ(invocation.error().kind, ErrorKind::Usage) << c.line;
    ASSERT_FALSE(invocation.error().help.empty()) << c.line;
    EXPECT_EQ(invocation.error().help.front(), c.help) << c.line;
  }
}

TEST(Verbs, EveryFlagHasHelpAndNoNameTwice) {
  for (const Verb& verb : verbs()) {
    Options options;
    std::vector<std::string> seen;
    for (const FlagGroup& group : verb.syntax(options).groups) {
      for (const Flag& flag : group.flags) {
        EXPECT_FALSE(flag.help.empty()) << verb.name << " " << flag.names;
        for (const std::string_view name : split(flag.names, ',')) {
          EXPECT_EQ(std::count(seen.begin(), seen.end(), name), 0) << verb.name << " " << name;
          seen.emplace_back(name);
        }
        const bool is_switch =
            std::holds_alternative<bool*>(flag.sink) || std::holds_alternative<int*>(flag.sink);
        EXPECT_EQ(flag.takes_value(), !is_switch) << verb.name << " " << flag.names;
      }
    }
    EXPECT_EQ(find_verb(verb.name)->name, verb.name);
    if (!verb.alias.empty()) EXPECT_EQ(find_verb(verb.alias)->name, verb.name);
  }
  EXPECT_EQ(find_verb(""), nullptr);
}

}  // namespace
}  // namespace hull::cli
