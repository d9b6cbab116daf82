// hull, from the command line to the exit code.
#include <csignal>
#include <fmt/format.h>
#include <string>
#include <unistd.h>
#include <vector>

#include "base/process.h"
#include "cli/console.h"
#include "cli/crash.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "cli/version.h"
#include "plan/internal.h"

namespace hull::cli {
namespace {

ColorChoice color_choice(const std::string& word) {
  if (word == "always") return ColorChoice::Always;
  return word == "never" ? ColorChoice::Never : ColorChoice::Auto;
}

/// Says what went wrong and gives the exit code for it.
int report(const Error& error, Console& console) {
  console.error(error);
  return static_cast<int>(error.kind);
}

int main_after_start(std::vector<std::string> words) {
  // The command line: which verb, and with what.
  const std::string command_line = "hull " + shell_quoted(words);
  auto invocation = parse(std::move(words));
  if (!invocation) {
    Console console(terminal(2, ColorChoice::Auto), false, 0);
    return report(invocation.error(), console);
  }
  Options& options = invocation->options;
  options.command_line = command_line;
  Console console(terminal(2, color_choice(options.color)), options.quiet, options.verbose);

  // What needs no workspace.
  const bool color = terminal(1, color_choice(options.color)).color;
  if (invocation->version) return *kVersion.run(options, console);
  if (!invocation->verb || options.help) {
    write_all(1, invocation->verb ? verb_help(*invocation->verb, color) : overview(color));
    return 0;
  }

  // The verb.
  if (!options.directory.empty() && chdir(options.directory.c_str()) != 0) {
    Error error = os_error(fmt::format("cannot go to {}", options.directory), errno);
    error.kind = ErrorKind::Usage;
    return report(error, console);
  }
  auto code = invocation->verb->run(options, console);
  console.clear_live();
  return code ? *code : report(code.error(), console);
}

}  // namespace
}  // namespace hull::cli

int main(int argc, char** argv) {
  using namespace hull::cli;
  hull::open_standard_descriptors();
  // A defect ends in a report, never in silence.
  install_crash_report(argc, argv);

  // Steps of the build that hull does itself, run as actions: thousands per build, so they come first.
  if (argc > 1 && std::string_view(argv[1]) == "internal") {
    return hull::plan::run_internal(std::vector<std::string>(argv + 2, argv + argc));
  }

  const int code = main_after_start({argv + 1, argv + argc});

  // Ctrl-C ends us by the signal, as it does any other program, so that a shell loop around hull stops.
  if (code == kInterrupted) {
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
  }
  return code;
}
