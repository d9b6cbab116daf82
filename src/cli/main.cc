// hull, from the command line to the exit code.
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <vector>

#include "base/process.h"
#include "cli/complete.h"
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

/// `code`, or failure when what was asked for did not reach standard output. A reader that went away (`hull
/// metadata | head`) needs no words.
int after_printing(int code, Console& console) {
  if (console.print_error() == 0) return code;
  if (console.print_error() != EPIPE) {
    console.error(os_error("cannot write to standard output", console.print_error()));
  }
  return code == 0 ? 1 : code;
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
  if (invocation->version) return after_printing(*kVersion.run(options, console), console);
  if (!invocation->verb || options.help) {
    console.print(invocation->verb ? verb_help(*invocation->verb, color) : overview(color));
    return after_printing(0, console);
  }

  // The verb.
  if (!options.directory.empty() && chdir(options.directory.c_str()) != 0) {
    Error error = os_error(fmt::format("cannot go to {}", options.directory), errno);
    error.kind = ErrorKind::Usage;
    return report(error, console);
  }
  auto code = invocation->verb->run(options, console);
  console.clear_live();
  return code ? after_printing(*code, console) : report(code.error(), console);
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
    if (argc == 4 && std::string_view(argv[2]) == "complete") return print_names(argv[3]);
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
