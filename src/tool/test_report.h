// Test results in words: the lines that `hull test` prints, without colour.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "tool/test_run.h"

namespace hull::tool {

/// "PASS", "FLAKY", "FAIL", "TIMEOUT", "SKIP", "LEAK" (passed, but left processes behind).
std::string_view status_word(const CaseResult& result);
std::string_view status_word(const Attempt& attempt);

/// "[  0.012s]"; "[        ]" for what did not run.
std::string bracketed(std::chrono::nanoseconds duration);

/// "greeter unit Suite.Case": printable, on one line.
std::string shown_name(const TestProgram& program, const TestCase& test);

/// "PASS [  0.012s] greeter unit Suite.Case", and for what failed ": signal 11 (SIGSEGV)".
std::string result_line(const TestProgram& program, const CaseResult& result);

/// "TRY 1/3 FAIL [  0.012s] greeter unit Suite.Case".
std::string retry_line(const TestProgram& program, const TestCase& test, const Attempt& attempt,
                       unsigned number, unsigned of);

/// The last line: "12 passed, 1 failed, 0 skipped".
std::string summary_line(const TestReport& report);

/// "1 flaky", "2 leaky", "3 not run", "120 filtered out", joined by ", "; "" when there is nothing more to
/// say.
std::string summary_details(const TestReport& report);

}  // namespace hull::tool
