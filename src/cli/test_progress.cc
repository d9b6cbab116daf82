#include "cli/test_progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/diagnostics.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "tool/test_report.h"

namespace hull::cli {
namespace {

using std::chrono::steady_clock;
using tool::Outcome;

std::string plural(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string program_name(const tool::TestProgram& program) { return tool::test_id(program, ""); }

}  // namespace

TestDisplay::TestDisplay(Console& console, std::span<const tool::TestProgram> programs, bool json)
    : console_(console), programs_(programs), json_(json), tallies_(programs.size()) {}

TestDisplay::Tally& TestDisplay::tally(const tool::TestProgram& program) {
  return tallies_[static_cast<std::size_t>(&program - programs_.data())];
}

void TestDisplay::listed(const tool::TestList& list) {
  for (const tool::TestCase& test : list.cases) ++tallies_[test.program].chosen;
  const auto programs = std::ranges::count_if(tallies_, [](const Tally& t) { return t.chosen > 0; });
  std::string text = fmt::format("{} in {}", plural(list.cases.size(), "test"),
                                 plural(static_cast<std::size_t>(programs), "program"));
  if (list.filtered > 0) text += fmt::format(" ({} left out)", list.filtered);
  console_.status("Running", text);
}

void TestDisplay::started(const tool::TestProgram& program, const tool::TestCase& test,
                          const tool::TestProgress& progress) {
  Tally& numbers = tally(program);
  if (numbers.begin == steady_clock::time_point()) numbers.begin = steady_clock::now();
  running_.push_back(tool::test_id(program, test.name));
  draw(progress, false);
}

void TestDisplay::retrying(const tool::TestProgram& program, const tool::TestCase& test,
                           const tool::Attempt& attempt, unsigned number, unsigned of) {
  console_.status("Retrying",
                  fmt::format("{}: attempt {} of {} failed{}", printable(tool::test_id(program, test.name)),
                              number, of, attempt.reason.empty() ? "" : ": " + attempt.reason));
}

void TestDisplay::finished(const tool::TestProgram& program, const tool::CaseResult& result,
                           const tool::TestProgress& progress) {
  const std::string id = tool::test_id(program, result.test.name);
  if (const auto found = std::ranges::find(running_, id); found != running_.end()) running_.erase(found);
  Tally& numbers = tally(program);
  ++numbers.done;
  if (json_) console_.print(test_message(id, result));
  if (result.failed()) {
    ++numbers.failed;
    show_result(program, result);
    show_output(id, result.last);
  } else if (console_.verbosity() > 0 || result.flaky() || result.leaky()) {
    show_result(program, result);
  }
  // Of a program that is one test, the mark says it all.
  const bool marked = result.leaky() && numbers.chosen == 1;
  if (console_.verbosity() == 0 && numbers.done == numbers.chosen && numbers.failed == 0 && !marked) {
    const std::string time = duration_text(steady_clock::now() - numbers.begin);
    console_.status("Passed", program.harness && !result.test.name.empty()
                                  ? fmt::format("{}: {} in {}", program_name(program),
                                                plural(numbers.chosen, "test"), time)
                                  : fmt::format("{} in {}", program_name(program), time));
  }
  draw(progress, false);
}

void TestDisplay::note(std::string_view text) { console_.note(text); }

void TestDisplay::tick(const tool::TestProgress& progress) { draw(progress, true); }

void TestDisplay::draw(const tool::TestProgress& progress, bool at_once) {
  if (console_.quiet() || !console_.terminal().is_terminal) return;
  const auto now = steady_clock::now();
  if (!at_once && now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  std::string line = fmt::format("{}/{}", progress.done, progress.total);
  if (progress.failed > 0) line += fmt::format(", {} failed", progress.failed);
  const char* separator = ": ";
  for (const std::string& id : running_) {
    line += separator + id;
    separator = ", ";
  }
  console_.live("Testing", line);
}

void TestDisplay::show_result(const tool::TestProgram& program, const tool::CaseResult& result) {
  std::string line = result.ran ? tool::bracketed(result.last.duration) + " " : "";
  line += printable(tool::test_id(program, result.test.name));
  if (result.failed() && !result.last.reason.empty()) line += ": " + result.last.reason;
  if (result.leaky()) line += ": passed, but left processes behind";
  console_.status(tool::status_word(result), line);
}

void TestDisplay::show_output(const std::string& id, const tool::Attempt& attempt) {
  if (attempt.output.empty()) return;
  std::string text = console_.terminal().color ? attempt.output : strip_escapes(attempt.output);
  if (!text.ends_with('\n')) text += '\n';
  console_.raw(fmt::format("---- output of {}\n{}----\n", id, text));
}

void TestDisplay::conclude(const tool::TestReport& report) {
  console_.clear_live();
  if (report.failed > 1) {
    std::string names;
    for (const tool::CaseResult& result : report.cases) {
      if (result.failed())
        names += fmt::format("    {}\n", tool::test_id(programs_[result.test.program], result.test.name));
    }
    console_.raw(fmt::format("\nfailed:\n{}", names));
  }
  for (const tool::CaseResult& result : report.cases) {
    if (!result.flaky()) continue;
    console_.warning(fmt::format("{} is flaky: it failed, and passed when run again",
                                 tool::test_id(programs_[result.test.program], result.test.name)));
  }
  if (report.not_run > 0 && report.interrupted == 0) {
    console_.note(fmt::format("{} did not run after the failure; `--no-fail-fast` runs them all",
                              plural(report.not_run, "test")));
  }
  if (json_) {
    console_.print(tests_finished_message(report));
    return;
  }
  const std::string details = tool::summary_details(report);
  console_.status("Finished", fmt::format("tests in {}{}", duration_text(report.duration),
                                          details.empty() ? "" : fmt::format(" ({})", details)));
  console_.print(tool::summary_line(report) + "\n");
}

}  // namespace hull::cli
