// JUnit XML of a test run, as CI systems read it (Jenkins' and Maven Surefire's dialect: attempts before a
// success are <flakyFailure>, before a failure <rerunFailure>).
#pragma once

#include <chrono>
#include <span>
#include <string>

#include "tool/test_run.h"

namespace hull::tool {

/// The document: a <testsuite> per program, a <testcase> per case that ran or was ignored. `when` is the
/// start of the run.
std::string junit_xml(const TestReport& report, std::span<const TestProgram> programs,
                      std::chrono::system_clock::time_point when);

}  // namespace hull::tool
