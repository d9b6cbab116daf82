// When hull itself is wrong: a report file and exit code 101 (DESIGN section 8).
#pragma once

#include <string_view>

namespace hull::cli {

/// From now on an unhandled exception, a failed assertion or a fatal signal writes
/// `$TMPDIR/hull-report-<pid>.txt` (version, command line, working directory, stack), names it on standard
/// error and ends with code 101.
void install_crash_report(int argc, char** argv);

/// The same end for a defect noticed by the code itself.
[[noreturn]] void crash(std::string_view cause);

}  // namespace hull::cli
