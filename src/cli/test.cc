// `hull test`: build test programs and run their cases.
#include <fmt/format.h>

#include <chrono>

#include "base/file_system.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/session.h"
#include "cli/test_progress.h"
#include "cli/verb.h"
#include "tool/junit.h"
#include "tool/test_run.h"

namespace hull::cli {
namespace {

using manifest::TargetKind;

Syntax syntax(Options& options) {
  FlagGroup tests{
      "Tests",
      {
          {"--list", "", "Print the names of the tests and run none", &options.list},
          {"--exact", "", "FILTER is a whole name, not a part of one", &options.exact},
          {"--skip", "FILTER", "Leave out the tests that match; may be repeated", &options.skip},
          {"--ignored", "", "Run only what is marked as ignored (DISABLED_, skip())", &options.ignored},
          {"--include-ignored", "", "Run what is marked as ignored too", &options.include_ignored},
          {"--test-threads", "N", "Test processes at the same time; default: the CPUs",
           &options.test_threads},
          {"--timeout", "SECONDS", "Per test, 0 for none; default: the manifest's, or 60", &options.timeout},
          {"--retries", "N", "Run a failed test up to N more times; passing then is flaky", &options.retries},
          {"--shard", "K/N", "Run the Kth of N equal parts", &options.shard},
          {"--no-fail-fast", "", "Go on after a failure", &options.no_fail_fast},
          {"--no-capture", "", "Show the output of all tests as they run, one at a time",
           &options.no_capture},
          {"--isolate", "", "A process of its own for every GoogleTest case", &options.isolate},
          {"--junit", "FILE", "Write JUnit XML", &options.junit, {}, 0, Completes::File},
          {"--no-run", "", "Build the tests and run none", &options.no_run},
      }};
  return {{general_flags(options), std::move(tests), package_flags(options), target_flags(options),
           build_flags(options), manifest_flags(options)},
          {{"FILTER", "Run the tests whose name (package::program::case) contains this", false, true}},
          "ARGS"};
}

/// HULL_BIN_<NAME>, by which the tests of a package find its programs.
std::vector<std::string> program_variables(const Session& session, const plan::Plan& plan,
                                           std::size_t package) {
  std::vector<std::string> variables;
  for (const plan::PlannedTarget& target : plan.targets) {
    if (target.package != package || target.target.kind != TargetKind::Bin) continue;
    std::string name = to_upper(target.target.name);
    for (char& c : name) {
      if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    }
    variables.push_back(
        fmt::format("HULL_BIN_{}={}", name, path::join(session.workspace.root, target.output)));
  }
  return variables;
}

std::vector<tool::TestProgram> test_programs(const Session& session, const plan::Plan& plan) {
  std::vector<tool::TestProgram> programs;
  for (const plan::PlannedTarget& planned : plan.targets) {
    const manifest::Target& target = planned.target;
    if (!planned.wanted || target.kind != TargetKind::Test) continue;
    const manifest::Package& package = session.workspace.packages[planned.package];
    tool::TestProgram program{
        .package = package.name,
        .name = target.name,
        .path = path::join(session.workspace.root, planned.output),
        .working_directory = path::normal(path::join(package.root, target.working_directory.value_or("."))),
        .args = target.args,
        .env = target.env,
        .timeout = target.timeout.value_or(60),
        .harness = target.harness,
        .parallel = target.parallel,
    };
    program.args.insert(program.args.end(), session.options.arguments.begin(),
                        session.options.arguments.end());
    for (const std::string& line : program_variables(session, plan, planned.package)) {
      const auto equals = line.find('=');
      program.env.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    programs.push_back(std::move(program));
  }
  return programs;
}

Result<tool::TestOptions> test_options(const Options& options) {
  tool::TestOptions chosen{
      .filter = {.wanted = options.words,
                 .skipped = options.skip,
                 .exact = options.exact,
                 .ignored = {},
                 .shard = {}},
      .threads = options.test_threads,
      .timeout = options.timeout < 0 ? std::nullopt : std::optional(options.timeout),
      .retries = options.retries,
      .fail_fast = !options.no_fail_fast,
      .capture = !options.no_capture,
      .isolate = options.isolate,
      .environment = process_environment(),
  };
  if (options.ignored) chosen.filter.ignored = tool::Ignored::Only;
  if (options.include_ignored) chosen.filter.ignored = tool::Ignored::Include;
  if (!options.shard.empty()) {
    HULL_TRY(chosen.filter.shard, tool::parse_shard(options.shard));
  }
  return chosen;
}

/// Only the names, for --list: on standard output, one a line.
Result<int> print_list(std::span<const tool::TestProgram> programs, const tool::TestOptions& options,
                       Console& console) {
  tool::TestObserver silent;
  HULL_TRY(const tool::TestList list, tool::list_tests(programs, options, silent));
  std::string names;
  for (const tool::TestCase& test : list.cases)
    names += tool::test_id(programs[test.program], test.name) + "\n";
  console.print(names);
  return list.interrupted ? kInterrupted : 0;
}

Result<int> run(const Options& options, Console& console) {
  // Wrong flags are told before anything is built.
  HULL_TRY(const tool::TestOptions chosen, test_options(options));

  plan::TargetFilter tests_and_programs;
  tests_and_programs.libs = false;
  tests_and_programs.tests = true;
  HULL_TRY(const auto session, open_session(options, console, "test"));
  HULL_TRY(const Built built, build(*session, target_filter(options, tests_and_programs)));
  if (built.exit_code != 0) return built.exit_code;
  session->lock.release();

  const std::vector<tool::TestProgram> programs = test_programs(*session, built.plan);
  if (options.no_run) {
    for (const tool::TestProgram& program : programs) {
      console.status("Executable", path::inside_or_same(program.path, session->workspace.root));
    }
    return 0;
  }
  if (options.list) return print_list(programs, chosen, console);

  TestDisplay display(console, programs, options.json());
  const auto when = std::chrono::system_clock::now();
  HULL_TRY(const tool::TestReport report, tool::run_tests(programs, chosen, display));
  if (!options.junit.empty())
    HULL_CHECK(fs::write(absolute_path(options.junit), tool::junit_xml(report, programs, when)));
  const bool none = report.cases.empty() && !options.words.empty() && options.shard.empty();
  if (none && !report.interrupted) {
    return fail(fmt::format("no test matches `{}`", join(options.words, "`, `")), ErrorKind::Usage);
  }
  display.conclude(report);
  if (report.interrupted) return kInterrupted;
  return report.ok() ? 0 : 1;
}

}  // namespace

const Verb kTest = {
    .name = "test",
    .alias = "t",
    .summary = "Build test programs and run their tests",
    .details =
        "The cases of GoogleTest, Catch2 and doctest programs are listed and run by themselves; any other "
        "program\n"
        "is one test that passes with exit code 0. Tests find their package's programs in HULL_BIN_<NAME>.",
    .syntax = syntax,
    .run = run,
};

}  // namespace hull::cli
