// hull-check: the checker by itself.
//
//   hull-check FILE -- FLAGS     one file, compiled as FLAGS say
//   hull-check -p DIR [FILE...]  what DIR/compile_commands.json lists
//   hull-check --join UNIT...    what units that --unit wrote show together
//   hull-check --merge FILE...   what was recorded by --record
//
// FLAGS may be GCC's: what Clang does not know is left out. Clang's own warnings are not shown. Ends with 0
// when nothing was found, 1 with findings, 2 when a file does not compile or the command line is wrong.
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/MemoryBuffer.h"
#include "safety/check/command.h"
#include "safety/clang/analysis.h"
#include "safety/clang/resolve.h"
#include "safety/join.h"
#include "safety/levels.h"

namespace {

namespace cl = llvm::cl;
using clang::tooling::CommandLineArguments;
using hull::safety::Diagnostic;
using hull::safety::Format;
using hull::safety::Level;

cl::OptionCategory g_options("Options");
cl::list<std::string> g_files(cl::Positional, cl::desc("[file...]"), cl::cat(g_options));
cl::opt<std::string> g_database("p", cl::desc("Where compile_commands.json is"), cl::value_desc("directory"),
                                cl::cat(g_options));
cl::list<std::string> g_model_files("models", cl::desc("A table of models besides hull's own"),
                                    cl::value_desc("file"), cl::cat(g_options));
cl::opt<std::string> g_output("output",
                              cl::desc("Write the findings there; with findings, too, the exit code is 0"),
                              cl::value_desc("file"), cl::cat(g_options));
cl::opt<std::string> g_format(
    "format", cl::value_desc("format"), cl::cat(g_options),
    cl::desc(
        "clang: a line for each finding and note. rustc: with source lines; what a terminal gets. json: an "
        "object a line. sarif: a SARIF 2.1.0 log"));
cl::opt<bool> g_unsafe("unsafe", cl::cat(g_options),
                       cl::desc("List every [[hull::unsafe(\"reason\")]], instead of findings"));
cl::list<std::string> g_levels(
    "memory", cl::value_desc("level[:directory]"), cl::cat(g_options),
    cl::desc("Findings are errors (deny, the default), warnings (warn) or not told (allow): all of them, or "
             "those in files below a directory. Without errors the exit code is 0"));
cl::opt<std::string> g_record("record", cl::value_desc("file"), cl::cat(g_options),
                              cl::desc("Write there what was found and what is unsafe, for --merge"));
cl::opt<bool> g_merge(
    "merge", cl::cat(g_options),
    cl::desc("The files are records: tell what is in them; a summary goes to standard error"));
cl::list<std::string> g_strict_below(
    "strict", cl::value_desc("[off:]directory"), cl::cat(g_options),
    cl::desc("The strict profile holds in files below it; or does not, below one where it does"));
cl::opt<std::string> g_unit("unit", cl::value_desc("file"), cl::cat(g_options),
                            cl::desc("Write there what --join needs to know of the file"));
cl::opt<bool> g_joins("join", cl::cat(g_options),
                      cl::desc("The files are units: tell what only several of them show together"));
cl::list<std::string> g_below("below", cl::value_desc("file"), cl::cat(g_options),
                              cl::desc("What --settled wrote for a library that the units of --join use"));
cl::opt<std::string> g_settled("settled", cl::value_desc("file"), cl::cat(g_options),
                               cl::desc("Write there what others need to know of all that was joined"));
cl::opt<std::string> g_depfile("depfile", cl::desc("Write there what was read, for make"),
                               cl::value_desc("file"), cl::cat(g_options));

hull::safety::Models g_models = hull::safety::standard_models();
/// In the place of LLVM's option of this name, which knows no "auto".
cl::opt<std::string>& color() {
  static const bool kFree = [] {
    if (cl::Option* theirs = cl::getRegisteredOptions().lookup("color")) theirs->removeArgument();
    return true;
  }();
  static_cast<void>(kFree);
  static cl::opt<std::string> option(
      "color", cl::value_desc("when"), cl::init("auto"), cl::cat(g_options),
      cl::desc("auto (on a terminal, unless NO_COLOR is set), always or never"));
  return option;
}

hull::safety::Levels g_level;
/// Deny where the strict profile holds.
hull::safety::Levels g_strict(Level::Allow);
std::vector<Diagnostic> g_found;
hull::safety::Join g_join;
bool g_written = true;  ///< All that was to be.
std::vector<Diagnostic> g_unsafe_uses;
/// What stands in their place for a code.
constexpr const char* kUnsafe = "unsafe";

constexpr const char* kOverview =
    "hull-check: memory errors in C++, found while it compiles\n\n"
    "  hull-check FILE... -- FLAGS   files that are compiled with FLAGS\n"
    "  hull-check -p DIR [FILE...]   what DIR/compile_commands.json lists\n"
    "  hull-check --join UNIT...     what units that --unit wrote show together\n"
    "  hull-check --merge FILE...    what was recorded by --record\n\n"
    "[[hull::unsafe(\"reason\")]] on a statement, function or class turns checking off there.\n"
    "`hull explain H0302` says what a code means.\n\n"
    "Exit code: 0 nothing was found, 1 findings, 2 a file does not compile or the command line is wrong.\n";

/// Keeps `found` as its place is to be told.
void tell(Diagnostic found) {
  const Level level = g_level.of(found.span.file);
  if (level == Level::Allow || found.span.line == 0) return;
  found.warning = level == Level::Warn;
  g_found.push_back(std::move(found));
}

bool write(const std::string& text, const std::string& place) {
  std::FILE* out = place.empty() ? stdout : std::fopen(place.c_str(), "w");
  bool written = out && std::fwrite(text.data(), 1, text.size(), out) == text.size();
  if (out) written &= out == stdout ? std::fflush(out) == 0 : std::fclose(out) == 0;
  if (written) return true;
  llvm::errs() << "hull-check: cannot write " << (place.empty() ? "standard output" : place) << ": "
               << std::strerror(errno) << "\n";
  return false;
}

class Consumer : public clang::ASTConsumer {
 public:
  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (context.getDiagnostics().hasErrorOccurred()) return;
    hull::safety::Analysis analysis(context, g_models);
    const clang::SourceManager& sources = context.getSourceManager();
    const clang::LangOptions& language = context.getLangOpts();
    const bool joined = g_files.size() != 1 && !g_unsafe;
    if (joined || !g_unit.empty()) analysis.keep_unit();
    analysis.be_strict([](llvm::StringRef file) { return g_strict.of(file) == Level::Deny; });
    analysis.run([&](const hull::safety::Message& message) {
      tell(hull::safety::resolve(message, sources, language));
    });
    if (!analysis.unfinished().empty()) {
      const auto at = sources.getPresumedLoc(analysis.unfinished().front()->getLocation());
      llvm::errs() << at.getFilename() << ":" << at.getLine() << ": note: " << analysis.told_unfinished()
                   << "\n";
    }
    if (analysis.keeps_unit()) {
      const std::string unit = analysis.unit();
      if (!g_unit.empty()) g_written &= write(unit, g_unit);
      if (const auto added = joined ? g_join.add(unit) : std::expected<void, std::string>(); !added)
        llvm::errs() << "hull-check: what was learned of this file is lost: " << added.error() << "\n";
    }
    for (const hull::safety::UnsafeUse& use : analysis.unsafe()) {
      g_unsafe_uses.push_back({.span = hull::safety::span_of(use.where.getRawEncoding(), sources, language),
                               .code = kUnsafe,
                               .text = use.reason.empty() ? "(no reason)" : use.reason});
    }
  }
};

class Action : public clang::ASTFrontendAction {
 public:
  bool PrepareToExecuteAction(clang::CompilerInstance& compiler) override {
    if (g_depfile.empty()) return true;
    clang::DependencyOutputOptions& options = compiler.getDependencyOutputOpts();
    options.OutputFile = g_depfile;
    options.Targets = {!g_record.empty() ? g_record : !g_output.empty() ? g_output : std::string("findings")};
    options.IncludeSystemHeaders = true;
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<Consumer>();
  }
};

bool add_models() {
  for (const std::string& file : g_model_files) {
    const auto table = llvm::MemoryBuffer::getFile(file);
    std::optional<std::string> wrong;
    if (table) {
      wrong = g_models.add(file, (*table)->getBuffer());
    } else {
      wrong = "cannot read " + file + ": " + table.getError().message();
    }
    if (!wrong) continue;
    llvm::errs() << "hull-check: " << *wrong << "\n";
    return false;
  }
  return true;
}

/// `file`, compiled as `flags` say, under the name by which it was called. False when it does not compile.
bool check_file(const std::string& file, llvm::ArrayRef<const char*> flags) {
  CommandLineArguments command = {"/usr/lib/llvm-19/bin/clang"};
  command.insert(command.end(), flags.begin(), flags.end());
  command.push_back(file);
  const llvm::IntrusiveRefCntPtr<clang::FileManager> files(
      new clang::FileManager(clang::FileSystemOptions()));
  clang::tooling::ToolInvocation invocation(hull::safety::for_analysis(std::move(command), file),
                                            std::make_unique<Action>(), files.get());
  return invocation.run();
}

/// The files asked for, or all, as the database compiles them. False when one does not compile.
bool check_listed() {
  std::string error;
  const auto commands = clang::tooling::CompilationDatabase::autoDetectFromDirectory(g_database, error);
  if (!commands) {
    llvm::errs() << "hull-check: " << error;
    return false;
  }
  const std::vector<std::string> all =
      g_files.empty() ? commands->getAllFiles() : std::vector<std::string>(g_files);
  clang::tooling::ClangTool tool(*commands, all);
  tool.clearArgumentsAdjusters();
  tool.appendArgumentsAdjuster(hull::safety::for_analysis);
  tool.setPrintErrorMessage(false);
  return tool.run(clang::tooling::newFrontendActionFactory<Action>().get()) == 0;
}

/// What `--format` and `--color` ask for; nullopt, and why on standard error, when there is no such thing.
std::optional<hull::safety::Layout> layout_asked_for() {
  hull::safety::Layout layout;
  const bool terminal = g_output.empty() && isatty(STDOUT_FILENO) == 1;
  layout.format = terminal ? Format::Rustc : Format::Clang;
  if (g_format.getNumOccurrences() != 0) {
    const auto format = hull::safety::format_named(g_format.getValue());
    if (!format) {
      llvm::errs() << "hull-check: unknown format `" << g_format << "`: there are";
      for (const std::string_view name : hull::safety::format_names()) llvm::errs() << " `" << name << "`";
      llvm::errs() << "\n";
      return std::nullopt;
    }
    layout.format = *format;
  }
  if (color() == "auto") {
    const llvm::StringRef kind = std::getenv("TERM") ? std::getenv("TERM") : "";
    const llvm::StringRef refused = std::getenv("NO_COLOR") ? std::getenv("NO_COLOR") : "";
    layout.color = terminal && refused.empty() && kind != "dumb";
  } else if (color() == "always" || color() == "never") {
    layout.color = color() == "always";
  } else {
    llvm::errs() << "hull-check: `--color` is `auto`, `always` or `never`, not `" << color() << "`\n";
    return std::nullopt;
  }
  llvm::SmallString<256> root;
  if (!llvm::sys::fs::current_path(root)) layout.root = root.str();
  return layout;
}

/// Where something is that only several files together show, with its line.
hull::safety::Span span_in_units(hull::safety::Where where) {
  const hull::safety::Location& at = g_join.location(where);
  hull::safety::Span span{at.file, at.line, at.column, at.column + at.length, ""};
  if (const auto buffer = llvm::MemoryBuffer::getFile(at.file)) {
    llvm::line_iterator line(**buffer, false);
    for (; !line.is_at_end() && line.line_number() < at.line; ++line) {
    }
    if (!line.is_at_end()) span.source = line->str();
  }
  return span;
}

/// All that is to be said.
std::string text_of(const hull::safety::Layout& layout) {
  hull::safety::settle(g_found);
  hull::safety::settle(g_unsafe_uses);
  if (!g_unsafe) return hull::safety::print(g_found, layout);
  std::string text;
  for (const Diagnostic& one : g_unsafe_uses) {
    text += one.span.file + ":" + std::to_string(one.span.line) + ":" + std::to_string(one.span.column) +
            ": unsafe: " + one.text + "\n";
  }
  return text;
}

/// What --record writes.
std::string record() {
  std::vector<Diagnostic> all = g_found;
  all.insert(all.end(), g_unsafe_uses.begin(), g_unsafe_uses.end());
  hull::safety::Layout layout;
  layout.format = Format::Json;
  return hull::safety::print(all, layout);
}

bool read_units() {
  const auto read = [](const std::string& file, hull::safety::Join::From from) {
    const auto bytes = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false);
    const auto added = bytes ? g_join.add((*bytes)->getBuffer(), from)
                             : std::expected<void, std::string>(std::unexpected(bytes.getError().message()));
    if (!added) llvm::errs() << "hull-check: cannot read the unit " << file << ": " << added.error() << "\n";
    return added.has_value();
  };
  return std::ranges::all_of(
             g_files, [&](const std::string& file) { return read(file, hull::safety::Join::From::Here); }) &&
         std::ranges::all_of(
             g_below, [&](const std::string& file) { return read(file, hull::safety::Join::From::Below); });
}

bool read_records() {
  for (const std::string& file : g_files) {
    const auto text = llvm::MemoryBuffer::getFile(file);
    auto read = text ? hull::safety::read_json((*text)->getBuffer()) : std::nullopt;
    if (!read) {
      llvm::errs() << "hull-check: " << file << " is no record of hull-check's\n";
      return false;
    }
    for (Diagnostic& one : *read) (one.code == kUnsafe ? g_unsafe_uses : g_found).push_back(std::move(one));
  }
  return true;
}

/// "2 errors and 1 warning found"
void summarize() {
  if (g_unsafe || g_found.empty()) return;
  const auto warnings = std::ranges::count(g_found, true, &Diagnostic::warning);
  const auto errors = std::ssize(g_found) - warnings;
  const auto counted = [](std::ptrdiff_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  };
  llvm::errs() << (errors > 0 ? counted(errors, "error") : "") << (errors > 0 && warnings > 0 ? " and " : "")
               << (warnings > 0 ? counted(warnings, "warning") : "") << " found\n";
}

}  // namespace

int main(int argc, const char** argv) {
  // Response files, among FLAGS too.
  llvm::SmallVector<const char*> words(argv, argv + argc);
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  cl::ExpandResponseFiles(saver, cl::TokenizeGNUCommandLine, words);
  const auto dashes = std::find(words.begin(), words.end(), llvm::StringRef("--"));
  const llvm::ArrayRef<const char*> flags(dashes == words.end() ? dashes : dashes + 1, words.end());
  color();
  cl::HideUnrelatedOptions(g_options);
  cl::SetVersionPrinter([](llvm::raw_ostream& out) {
    out << "hull-check 0.1.0, with " << clang::getClangFullVersion() << "\n";
  });
  if (!cl::ParseCommandLineOptions(static_cast<int>(dashes - words.begin()), words.data(), kOverview,
                                   &llvm::errs())) {
    return 2;
  }
  if (!g_unit.empty() && (g_joins || g_merge || !g_database.empty() || g_files.size() > 1)) {
    llvm::errs() << "hull-check: --unit is what one file leaves: name one, and no -p, --join or --merge\n";
    return 2;
  }
  if (g_files.empty() && g_database.empty()) {
    llvm::errs() << "hull-check: write `hull-check FILE -- FLAGS`, or `hull-check -p DIR`\n";
    return 2;
  }
  for (const std::string& rule : g_levels) {
    if (g_level.add(rule)) continue;
    llvm::errs() << "hull-check: --memory=" << rule << ": a level is deny, warn or allow\n";
    return 2;
  }
  for (const std::string& rule : g_strict_below) {
    if (g_strict.add_profile(rule)) continue;
    llvm::errs() << "hull-check: --strict=" << rule << " names no directory\n";
    return 2;
  }
  const auto layout = layout_asked_for();
  if (!layout || !add_models()) return 2;
  bool good = true;
  if (g_merge) {
    good = read_records();
  } else if (g_joins) {
    good = read_units();
  } else if (!g_database.empty()) {
    good = check_listed();
  } else {
    for (const std::string& file : g_files) good &= check_file(file, flags);
  }
  g_join.run([](const hull::safety::Message& message) {
    tell(hull::safety::diagnostic_of(message, span_in_units));
  });
  if (good && !g_settled.empty()) g_written &= write(g_join.settled(), g_settled);
  g_written &= g_record.empty() ? write(text_of(*layout), g_output) : write(record(), g_record);
  if (!g_written || !good) return 2;
  if (g_merge) summarize();
  const bool wrong = std::ranges::any_of(g_found, [](const Diagnostic& one) { return !one.warning; });
  return wrong && g_output.empty() && g_record.empty() && !g_unsafe ? 1 : 0;
}
