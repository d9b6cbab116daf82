// The flags of a verb as data.
//
// One table serves the parser, `--help` and the shell completions, so the three cannot disagree.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/options.h"

namespace hull::cli {

/// Where a flag's value goes. `bool*` and `int*` (a count) take no value.
using Sink = std::variant<bool*, int*, unsigned*, double*, std::string*, std::vector<std::string>*>;

/// What a shell offers as a value. From Package on: names of this workspace, which the scripts ask hull for.
enum class Completes { Nothing, File, Directory, Package, Bin, Test, Example, Bench, Profile, Feature };

struct Flag {
  std::string_view names;  ///< "-p,--package" or "--lib"; the long name last.
  std::string_view value;  ///< "NAME"; empty for a switch.
  std::string_view help;
  Sink sink;
  std::vector<std::string_view> choices = {};  ///< When not empty, the only values allowed.
  char separator = 0;                          ///< A list may be written in one word: "address,undefined".
  Completes completes = Completes::Nothing;

  std::string_view long_name() const;   ///< "--package"
  std::string_view short_name() const;  ///< "-p" or empty
  bool takes_value() const { return !value.empty(); }
};

struct FlagGroup {
  std::string_view title;
  std::vector<Flag> flags;
};

/// The positional words of a verb; all go to Options::words.
struct Positional {
  std::string_view name;  ///< "PATH"
  std::string_view help;
  bool required = false;
  bool repeated = false;
  std::vector<std::string_view> choices = {};  ///< For completion.
  Completes completes = Completes::Nothing;
};

/// All that can be written after a verb.
struct Syntax {
  std::vector<FlagGroup> groups;
  std::vector<Positional> positionals;
  std::string_view trailing;  ///< What stands after `--` ("ARGS"), or empty when nothing may.
};

// Groups that several verbs share; each points into `options`.
FlagGroup general_flags(Options& options);
FlagGroup manifest_flags(Options& options);
FlagGroup package_flags(Options& options);
FlagGroup target_flags(Options& options);
FlagGroup build_flags(Options& options);

}  // namespace hull::cli
