#include "cli/flag.h"

namespace hull::cli {

std::string_view Flag::long_name() const {
  const auto comma = names.rfind(',');
  return comma == names.npos ? names : names.substr(comma + 1);
}

std::string_view Flag::short_name() const {
  const auto comma = names.find(',');
  return comma == names.npos ? std::string_view() : names.substr(0, comma);
}

FlagGroup general_flags(Options& options) {
  return {"Options",
          {
              {"-v,--verbose", "", "A line for each action; twice: its command line too", &options.verbose},
              {"-q,--quiet", "", "Print warnings and errors only", &options.quiet},
              {"--color",
               "WHEN",
               "When to colour: auto, always, never",
               &options.color,
               {"auto", "always", "never"}},
              {"-C", "DIRECTORY", "Go to DIRECTORY first", &options.directory, {}, 0, Completes::Directory},
              {"-h,--help", "", "Print help", &options.help},
          }};
}

FlagGroup manifest_flags(Options& options) {
  return {"Manifest",
          {
              {"--manifest-path",
               "PATH",
               "The hull.toml to work on",
               &options.manifest_path,
               {},
               0,
               Completes::File},
              {"--target-dir",
               "DIRECTORY",
               "Where everything built goes; default: target",
               &options.target_directory,
               {},
               0,
               Completes::Directory},
              {"--locked", "", "Fail when hull.lock would change", &options.locked},
              {"--offline", "", "Open no network connection", &options.offline},
          }};
}

FlagGroup package_flags(Options& options) {
  return {"Packages",
          {
              {"-p,--package",
               "NAME",
               "The package to work on: a name or a glob; may be repeated",
               &options.packages,
               {},
               0,
               Completes::Package},
              {"--workspace", "", "All packages of the workspace", &options.workspace},
              {"--exclude",
               "NAME",
               "Leave this package out of --workspace",
               &options.excluded,
               {},
               0,
               Completes::Package},
          }};
}

FlagGroup target_flags(Options& options) {
  return {
      "Targets",
      {
          {"--lib", "", "Libraries only", &options.lib},
          {"--bins", "", "All binaries", &options.all_bins},
          {"--bin", "NAME", "This binary", &options.bins, {}, 0, Completes::Bin},
          {"--tests", "", "All tests", &options.all_tests},
          {"--test", "NAME", "This test", &options.tests, {}, 0, Completes::Test},
          {"--examples", "", "All examples", &options.all_examples},
          {"--example", "NAME", "This example", &options.examples, {}, 0, Completes::Example},
          {"--benches", "", "All benchmarks", &options.all_benches},
          {"--bench", "NAME", "This benchmark", &options.benches, {}, 0, Completes::Bench},
          {"--all-targets", "", "Libraries, binaries, tests, examples and benchmarks", &options.all_targets},
      }};
}

FlagGroup build_flags(Options& options) {
  return {"Build",
          {
              {"-r,--release", "", "The release profile: optimised and hardened", &options.release},
              {"--profile", "NAME", "The profile of this name", &options.profile, {}, 0, Completes::Profile},
              {"-F,--features",
               "FEATURES",
               "Features to switch on, separated by commas",
               &options.features,
               {},
               ',',
               Completes::Feature},
              {"--all-features", "", "All features of the selected packages", &options.all_features},
              {"--no-default-features", "", "Not the `default` feature", &options.no_default_features},
              {"--sanitize",
               "LIST",
               "address, undefined, thread, memory, leak; in a target directory of its own",
               &options.sanitize,
               {"address", "undefined", "thread", "memory", "leak"},
               ','},
              {"-j,--jobs", "N", "Actions at the same time; default: the CPUs", &options.jobs},
              {"-k,--keep-going", "", "After a failure, do what does not depend on it", &options.keep_going},
              {"--message-format",
               "FORMAT",
               "human, or json: one object per line",
               &options.message_format,
               {"human", "json"}},
              {"--explain", "", "Say why each action runs", &options.explain},
              {"--timings", "", "Write target/hull-timings.html: where the time went", &options.timings},
              {"--no-cache", "", "Do not use the action cache", &options.no_cache},
          }};
}

}  // namespace hull::cli
