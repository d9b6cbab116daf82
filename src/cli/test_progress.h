// What a test run looks like: a line per program that ends, the output of what fails, and on a terminal one
// live line with counts and the running tests.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "cli/console.h"
#include "tool/test_run.h"

namespace hull::cli {

class TestDisplay : public tool::TestObserver {
 public:
  /// `json`: results also go to standard output, one object per line.
  TestDisplay(Console& console, std::span<const tool::TestProgram> programs, bool json);

  void listed(const tool::TestList& list) override;
  void started(const tool::TestProgram& program, const tool::TestCase& test,
               const tool::TestProgress& progress) override;
  void retrying(const tool::TestProgram& program, const tool::TestCase& test, const tool::Attempt& attempt,
                unsigned number, unsigned of) override;
  void finished(const tool::TestProgram& program, const tool::CaseResult& result,
                const tool::TestProgress& progress) override;
  void note(std::string_view text) override;
  void tick(const tool::TestProgress& progress) override;

  /// After the run: flaky tests, failed ones again, and the last line "N passed, N failed, N skipped".
  void conclude(const tool::TestReport& report);

 private:
  struct Tally {
    std::size_t chosen = 0, done = 0, failed = 0;
    std::chrono::steady_clock::time_point begin;
  };
  Tally& tally(const tool::TestProgram& program);
  void draw(const tool::TestProgress& progress, bool at_once);
  void show_result(const tool::TestProgram& program, const tool::CaseResult& result);
  void show_output(const std::string& id, const tool::Attempt& attempt);

  Console& console_;
  std::span<const tool::TestProgram> programs_;
  bool json_;
  std::chrono::steady_clock::time_point drawn_;
  std::vector<Tally> tallies_;        ///< By program.
  std::vector<std::string> running_;  ///< Ids, oldest first.
};

}  // namespace hull::cli
