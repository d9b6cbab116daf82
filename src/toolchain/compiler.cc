#include "toolchain/compiler.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/file_system.h"
#include "base/path.h"
#include "base/process.h"
#include "base/text.h"
#include "toolchain/environment.h"

namespace hull::toolchain {
namespace {

std::unexpected<Error> failure(std::string message, std::string help) {
  return fail(fail(std::move(message)).error().with_help(std::move(help)));
}

/// "x86_64-pc-linux-gnu" -> "x86_64-linux-gnu".
std::string without_vendor(std::string_view triple) {
  const std::vector<std::string_view> parts = split(triple, '-');
  if (parts.size() != 4) return std::string(triple);
  return std::string(parts[0]) + '-' + std::string(parts[2]) + '-' + std::string(parts[3]);
}

/// The text after `prefix` when `line` starts with it.
std::optional<std::string_view> after(std::string_view line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return std::nullopt;
  return line.substr(prefix.size());
}

/// "Debian clang version 19.1.7 (3~deb12u1)" -> "19.1.7" for `marker` "clang version ".
std::optional<std::string> version_after(std::string_view line, std::string_view marker) {
  const std::size_t at = line.find(marker);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = line.substr(at + marker.size());
  const std::size_t end = rest.find_first_not_of("0123456789.");
  rest = rest.substr(0, end);
  while (rest.ends_with('.')) rest.remove_suffix(1);
  if (rest.empty()) return std::nullopt;
  return std::string(rest);
}

/// The first word of a command as a driver prints it, without its quotes.
std::string first_word(std::string_view line) {
  line = trim(line);
  if (line.starts_with('"')) {
    line.remove_prefix(1);
    return std::string(line.substr(0, line.find('"')));
  }
  return std::string(line.substr(0, line.find(' ')));
}

void add_program(CompilerFacts& facts, std::string program) {
  if (!path::is_absolute(program)) return;
  for (const auto& known : facts.programs) {
    if (known.path == program) return;
  }
  facts.programs.push_back({.path = std::move(program), .identity = {}});
}

/// The assembler and link programs of GCC: found in COMPILER_PATH, then in PATH, as the driver does.
void add_gcc_programs(CompilerFacts& facts, const std::vector<std::string>& directories) {
  for (const char* name : {"as", "collect2", "lto-wrapper", "lto1"}) {
    bool found = false;
    for (const std::string& directory : directories) {
      const std::string candidate = path::normal(path::join(directory, name));
      if (!fs::is_file(candidate)) continue;
      add_program(facts, candidate);
      found = true;
      break;
    }
    if (found) continue;
    if (auto program = find_in_path(name, kActionPath)) add_program(facts, *program);
  }
}

/// The last lines of what a failed program printed, for a help line.
std::string last_words(std::string_view text) {
  text = trim(text);
  if (text.size() > 300) text = text.substr(text.size() - 300);
  if (const std::size_t line = text.rfind('\n'); line != std::string_view::npos) text = text.substr(line + 1);
  return printable(text);
}

}  // namespace

int major_version(std::string_view version) {
  int value = 0;
  std::from_chars(version.data(), version.data() + version.size(), value);
  return value;
}

Digest listing_digest(const std::string& directory) {
  Hasher hasher;
  if (const auto entries = fs::list(directory)) {
    for (const fs::Entry& entry : *entries) hasher.field(entry.name);
  }
  return hasher.finish();
}

Result<CompilerFacts> parse_compiler_answer(std::string_view text) {
  CompilerFacts facts;
  bool in_list = false;
  std::vector<std::string> compiler_path;
  for (std::string_view line : split(text, '\n')) {
    if (in_list) {
      if (line.starts_with("End of search list")) {
        in_list = false;
      } else if (line.starts_with(' ')) {
        facts.includes.push_back(path::normal(trim(line)));
      }
      continue;
    }
    if (line.starts_with("#include <...> search starts here")) {
      in_list = true;
    } else if (auto target = after(line, "Target: ")) {
      facts.target = without_vendor(trim(*target));
    } else if (auto directory = after(line, "InstalledDir: ")) {
      facts.installed_directory = std::string(trim(*directory));
    } else if (auto installation = after(line, "Selected GCC installation: ")) {
      const std::string parent(path::directory(path::normal(trim(*installation))));
      facts.listings.push_back({.directory = parent, .names = listing_digest(parent)});
    } else if (auto missing = after(line, "ignoring nonexistent directory \"")) {
      facts.absent.push_back(path::normal(missing->substr(0, missing->find('"'))));
    } else if (auto config = after(line, "Configuration file: ")) {
      add_program(facts, std::string(trim(*config)));  // Its text decides as much as a program's.
    } else if (auto list = after(line, "COMPILER_PATH=")) {
      for (std::string_view directory : split(*list, ':')) compiler_path.emplace_back(directory);
    } else if (line.starts_with(' ') && (line.find(" -cc1 ") != std::string_view::npos ||
                                         line.find("/cc1") != std::string_view::npos)) {
      add_program(facts, first_word(line));
    } else if (facts.version.empty()) {
      // GCC prints its version after the configuration; Clang in the first line, behind a vendor's name.
      if (auto clang = version_after(line, "clang version ")) {
        facts.kind = CompilerKind::Clang;
        facts.version = *clang;
      } else if (line.starts_with("gcc version ")) {
        facts.kind = CompilerKind::Gcc;
        facts.version = version_after(line, "gcc version ").value_or("");
      }
    }
  }
  if (facts.version.empty()) return fail("it is neither Clang nor GCC");
  if (facts.target.empty()) return fail("it does not name its target");
  if (facts.kind == CompilerKind::Gcc) add_gcc_programs(facts, compiler_path);
  return facts;
}

Result<CompilerFacts> ask_compiler(const CompilerQuestion& question,
                                   const std::vector<std::string>& environment,
                                   std::chrono::milliseconds timeout, Identities& identities) {
  std::vector<std::string> argv = {question.path, "-E", "-v", "-x", question.cxx ? "c++" : "c"};
  // GCC rejects -stdlib unless it was configured for it; libstdc++ is the default of both on Linux.
  if (question.cxx && question.stdlib == "libc++") argv.push_back("-stdlib=libc++");
  argv.insert(argv.end(), {"/dev/null", "-o", "/dev/null"});

  const std::string shown = printable(question.path);
  auto finished = run({.argv = argv, .environment = environment, .timeout = timeout});
  if (!finished) return std::unexpected(std::move(finished).error().during("asking the compiler " + shown));
  if (finished->timed_out) {
    return failure(
        "the compiler " + shown + " gave no answer in " + std::to_string(timeout.count() / 1000) + " s",
        "try `" + shell_quoted(argv) + "` by hand");
  }
  if (finished->signal != 0) {
    return failure("the compiler " + shown + " crashed with signal " + std::to_string(finished->signal),
                   "try `" + shell_quoted(argv) + "` by hand");
  }
  if (finished->exit_code != 0) {
    const std::string words = last_words(finished->err);
    return failure("the compiler " + shown + " does not work: exit code " +
                       std::to_string(finished->exit_code) + (words.empty() ? "" : ": " + words),
                   "hull runs compilers with PATH=" + std::string(kActionPath) +
                       " and without the other variables of your shell");
  }
  auto facts = parse_compiler_answer(finished->err);
  if (!facts) {
    return failure("cannot use " + shown + " as a compiler: " + facts.error().message,
                   "set HULL_CXX and HULL_CC, or [toolchain] cxx and cc, to clang++-19 and clang-19");
  }
  for (auto& program : facts->programs) {
    HULL_TRY(program.identity, identities.of(program.path));
  }
  return facts;
}

bool still_holds(const CompilerFacts& facts, Identities& identities) {
  for (const auto& program : facts.programs) {
    const auto identity = identities.of(program.path);
    if (!identity || *identity != program.identity) return false;
  }
  for (const auto& listing : facts.listings) {
    if (listing_digest(listing.directory) != listing.names) return false;
  }
  return std::ranges::none_of(facts.absent, [](const std::string& path) { return fs::exists(path); }) &&
         std::ranges::all_of(facts.includes, [](const std::string& path) { return fs::is_directory(path); });
}

}  // namespace hull::toolchain
