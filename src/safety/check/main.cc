// hull-check: the checker by itself.
//
//   hull-check FILE -- FLAGS     one file, compiled as FLAGS say
//   hull-check -p DIR [FILE...]  what DIR/compile_commands.json lists
#include <cstdio>

#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/CommandLine.h"
#include "safety/clang/analysis.h"

namespace {

llvm::cl::OptionCategory g_options("hull-check");
int g_findings = 0;

class Consumer : public clang::ASTConsumer {
 public:
  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (context.getDiagnostics().hasErrorOccurred()) return;
    hull::safety::Analysis analysis(context, hull::safety::standard_models());
    const clang::SourceManager& sources = context.getSourceManager();
    const auto print = [&](hull::safety::Where where, const char* kind, const std::string& text,
                           const char* code) {
      const auto location = sources.getPresumedLoc(
          sources.getExpansionLoc(clang::SourceLocation::getFromRawEncoding(static_cast<unsigned>(where))));
      if (location.isInvalid()) return;
      std::printf("%s:%u:%u: %s: %s", location.getFilename(), location.getLine(), location.getColumn(), kind,
                  text.c_str());
      if (code) std::printf(" [%s]", code);
      std::printf("\n");
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
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<Consumer>();
  }
};

}  // namespace

int main(int argc, const char** argv) {
  auto options = clang::tooling::CommonOptionsParser::create(argc, argv, g_options);
  if (!options) {
    llvm::errs() << llvm::toString(options.takeError());
    return 2;
  }
  clang::tooling::ClangTool tool(options->getCompilations(), options->getSourcePathList());
  tool.appendArgumentsAdjuster(clang::tooling::getInsertArgumentAdjuster(
      "-resource-dir=/usr/lib/llvm-19/lib/clang/19", clang::tooling::ArgumentInsertPosition::BEGIN));
  tool.setPrintErrorMessage(false);
  const int status = tool.run(clang::tooling::newFrontendActionFactory<Action>().get());
  if (status != 0) return 2;
  return g_findings > 0 ? 1 : 0;
}
