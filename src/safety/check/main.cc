// hull-check: the checker by itself.
//
//   hull-check FILE -- FLAGS     one file, compiled as FLAGS say
//   hull-check -p DIR [FILE...]  what DIR/compile_commands.json lists
//
// FLAGS may be GCC's: what Clang does not know is left out. Clang's own warnings are not shown.
#include <cstdio>

#include "clang/Driver/Options.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "safety/clang/analysis.h"

namespace {

namespace cl = llvm::cl;
using clang::tooling::CommandLineArguments;

cl::OptionCategory g_options("hull-check");
cl::list<std::string> g_files(cl::Positional, cl::desc("[file...]"), cl::cat(g_options));
cl::opt<std::string> g_database("p", cl::desc("Where compile_commands.json is"), cl::value_desc("directory"),
                                cl::cat(g_options));
cl::list<std::string> g_model_files("models", cl::desc("A table of models besides hull's own"),
                                    cl::value_desc("file"), cl::cat(g_options));
cl::opt<std::string> g_output("output",
                              cl::desc("Write the findings there; with findings, too, the exit code is 0"),
                              cl::value_desc("file"), cl::cat(g_options));
cl::opt<std::string> g_depfile("depfile", cl::desc("Write there what was read, for make"),
                               cl::value_desc("file"), cl::cat(g_options));

hull::safety::Models g_models = hull::safety::standard_models();
std::FILE* g_out = stdout;
int g_findings = 0;

class Consumer : public clang::ASTConsumer {
 public:
  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (context.getDiagnostics().hasErrorOccurred()) return;
    hull::safety::Analysis analysis(context, g_models);
    const clang::SourceManager& sources = context.getSourceManager();
    const auto print = [&](hull::safety::Where where, const char* kind, const std::string& text,
                           const char* code) {
      const auto location = sources.getPresumedLoc(
          sources.getExpansionLoc(clang::SourceLocation::getFromRawEncoding(static_cast<unsigned>(where))));
      if (location.isInvalid()) return;
      std::fprintf(g_out, "%s:%u:%u: %s: %s", location.getFilename(), location.getLine(),
                   location.getColumn(), kind, text.c_str());
      if (code) std::fprintf(g_out, " [%s]", code);
      std::fprintf(g_out, "\n");
    };
    analysis.run([&](const hull::safety::Message& message) {
      ++g_findings;
      print(message.where, "error", message.text, message.code);
      for (const auto& note : message.notes) print(note.where, "note", note.text, nullptr);
    });
  }
};

class Action : public clang::ASTFrontendAction {
 public:
  bool PrepareToExecuteAction(clang::CompilerInstance& compiler) override {
    if (g_depfile.empty()) return true;
    clang::DependencyOutputOptions& options = compiler.getDependencyOutputOpts();
    options.OutputFile = g_depfile;
    options.Targets = {g_output.empty() ? std::string("findings") : g_output};
    options.IncludeSystemHeaders = true;
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<Consumer>();
  }
};

/// `arguments` of a compiler driver without those that Clang's does not know.
CommandLineArguments known_to_clang(const CommandLineArguments& arguments, llvm::StringRef) {
  std::vector<const char*> words;
  for (const std::string& argument : llvm::ArrayRef(arguments).drop_front())
    words.push_back(argument.c_str());
  unsigned missing_index = 0, missing_count = 0;
  const llvm::opt::InputArgList parsed = clang::driver::getDriverOptTable().ParseArgs(
      words, missing_index, missing_count, llvm::opt::Visibility(clang::driver::options::ClangOption));
  CommandLineArguments known = arguments;
  std::vector<unsigned> unknown;
  for (const llvm::opt::Arg* arg : parsed.filtered(clang::driver::options::OPT_UNKNOWN)) {
    unknown.push_back(arg->getIndex() + 1);
  }
  for (auto index = unknown.rbegin(); index != unknown.rend(); ++index) known.erase(known.begin() + *index);
  return known;
}

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

/// `command`, which starts with a compiler, as one of Clang's that only reads.
CommandLineArguments for_analysis(CommandLineArguments command, llvm::StringRef file) {
  using namespace clang::tooling;
  for (const ArgumentsAdjuster& adjust : {
           getClangSyntaxOnlyAdjuster(),
           getClangStripOutputAdjuster(),
           getClangStripDependencyFileAdjuster(),
           getInsertArgumentAdjuster("-resource-dir=/usr/lib/llvm-19/lib/clang/19",
                                     ArgumentInsertPosition::BEGIN),
           getInsertArgumentAdjuster("-w", ArgumentInsertPosition::END),
           ArgumentsAdjuster(known_to_clang),
       }) {
    command = adjust(command, file);
  }
  return command;
}

/// `file`, compiled as `flags` say, under the name by which it was called. False when it does not compile.
bool check_file(const std::string& file, llvm::ArrayRef<const char*> flags) {
  CommandLineArguments command = {"/usr/lib/llvm-19/bin/clang"};
  command.insert(command.end(), flags.begin(), flags.end());
  command.push_back(file);
  const llvm::IntrusiveRefCntPtr<clang::FileManager> files(
      new clang::FileManager(clang::FileSystemOptions()));
  clang::tooling::ToolInvocation invocation(for_analysis(std::move(command), file),
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
  tool.appendArgumentsAdjuster(for_analysis);
  tool.setPrintErrorMessage(false);
  return tool.run(clang::tooling::newFrontendActionFactory<Action>().get()) == 0;
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
  cl::HideUnrelatedOptions(g_options);
  cl::ParseCommandLineOptions(static_cast<int>(dashes - words.begin()), words.data(),
                              "hull-check: memory errors, found in the source\n");
  if (g_files.empty() && g_database.empty()) {
    llvm::errs() << "hull-check: write `hull-check FILE -- FLAGS`, or `hull-check -p DIR`\n";
    return 2;
  }
  if (!add_models()) return 2;
  if (!g_output.empty() && !(g_out = std::fopen(g_output.c_str(), "w"))) {
    llvm::errs() << "hull-check: cannot write " << g_output << ": " << std::strerror(errno) << "\n";
    return 2;
  }
  bool compiles = true;
  if (!g_database.empty()) {
    compiles = check_listed();
  } else {
    for (const std::string& file : g_files) compiles &= check_file(file, flags);
  }
  if (g_out != stdout && std::fclose(g_out) != 0) {
    llvm::errs() << "hull-check: cannot write " << g_output << ": " << std::strerror(errno) << "\n";
    return 2;
  }
  if (!compiles) return 2;
  return g_output.empty() && g_findings > 0 ? 1 : 0;
}
