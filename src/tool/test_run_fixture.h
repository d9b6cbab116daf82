// For the tests of the test runner: programs in a temporary directory, and an observer that writes down what
// it is told.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "base/process.h"
#include "tool/test_report.h"
#include "tool/test_run.h"

namespace hull::tool {

/// Lines such as "PASS p t Suite.Case": without times.
class Recorder : public TestObserver {
 public:
  void started(const TestProgram& program, const TestCase& test, const TestProgress&) override {
    starts.push_back(shown_name(program, test));
  }
  void retrying(const TestProgram& program, const TestCase& test, const Attempt& attempt, unsigned number,
                unsigned of) override {
    lines.push_back(without_time(retry_line(program, test, attempt, number, of)));
  }
  void finished(const TestProgram& program, const CaseResult& result, const TestProgress& at) override {
    lines.push_back(without_time(result_line(program, result)));
    progress = at;
  }
  void note(std::string_view text) override { notes.emplace_back(text); }
  void tick(const TestProgress&) override {
    if (on_tick) on_tick();
  }

  std::vector<std::string> lines, starts, notes;
  TestProgress progress;
  std::function<void()> on_tick;

 private:
  static std::string without_time(std::string line) {
    const std::size_t open = line.find('[');
    return line.erase(open, line.find(']', open) + 2 - open);
  }
};

class TestRunFixture : public testing::Test {
 protected:
  TestRunFixture() { options.threads = 2; }

  /// An executable script as test program "p::NAME".
  TestProgram script(const std::string& name, const std::string& body) {
    const std::string path = directory.path() + "/" + name;
    EXPECT_TRUE(fs::write(path, "#!/bin/sh\n" + body));
    EXPECT_EQ(chmod(path.c_str(), 0755), 0);
    return program(name, path);
  }
  TestProgram program(const std::string& name, const std::string& path) {
    TestProgram result{.package = "p", .name = name, .path = path, .working_directory = directory.path()};
    result.env["DIR"] = directory.path();
    return result;
  }
  TestReport run(std::vector<TestProgram> programs) {
    options.environment = {"PATH=/usr/bin:/bin"};
    recorder.lines.clear();
    auto report = run_tests(programs, options, recorder);
    EXPECT_TRUE(report);
    return report ? std::move(*report) : TestReport{};
  }
  /// Sorted: what runs in parallel ends in any order.
  std::vector<std::string> lines() const {
    std::vector<std::string> sorted = recorder.lines;
    std::ranges::sort(sorted);
    return sorted;
  }

  using Lines = std::vector<std::string>;
  fs::TemporaryDirectory directory;
  TestOptions options;
  Recorder recorder;
};

}  // namespace hull::tool
