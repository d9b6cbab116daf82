// hull-safety.so: the checker inside a compile by Clang 19.
//
//   clang++-19 -fplugin=hull-safety.so -fplugin-arg-hull-safety-memory=warn -c a.cc
//
// The analysis runs on the tree that the compile makes anyway, before code is made of it, and speaks through
// the compile's own diagnostics: colours, "expanded from macro" and -Werror are Clang's, and an error leaves
// no object. Clang takes what follows `-fplugin-arg-` up to the next dash for a plugin's name, so ours is
// "hull", and its arguments are:
//
//   safety-memory=deny|warn    how findings are reported; deny is the default
//   safety-models=FILE         a table of models besides hull's own; may be repeated
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Support/MemoryBuffer.h"
#include "safety/clang/analysis.h"

namespace hull::safety {
namespace {

using clang::DiagnosticsEngine;

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(Models models, bool deny) : models_(std::move(models)), deny_(deny) {}

  void HandleTranslationUnit(clang::ASTContext& context) override {
    DiagnosticsEngine& diagnostics = context.getDiagnostics();
    // A tree with errors has holes, and whoever asked for no warnings at all gets none of ours.
    if (diagnostics.hasErrorOccurred() || (!deny_ && diagnostics.getIgnoreAllWarnings())) return;
    const bool error = deny_ || diagnostics.getWarningsAsErrors();
    const unsigned finding =
        diagnostics.getCustomDiagID(error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, "%0 [%1]");
    const unsigned note = diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0");
    Analysis(context, models_).run([&](const Message& message) {
      diagnostics.Report(location_of(message.where), finding) << message.text << message.code;
      for (const Message::Note& one : message.notes)
        diagnostics.Report(location_of(one.where), note) << one.text;
    });
  }

 private:
  Models models_;
  bool deny_;
};

class Plugin : public clang::PluginASTAction {
 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<Consumer>(std::move(models_), deny_);
  }

  bool ParseArgs(const clang::CompilerInstance& compiler,
                 const std::vector<std::string>& arguments) override {
    const auto refuse = [&](const std::string& why) {
      DiagnosticsEngine& diagnostics = compiler.getDiagnostics();
      diagnostics.Report(diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "hull-safety: %0")) << why;
      return false;
    };
    for (const llvm::StringRef argument : arguments) {
      const auto [key, value] = argument.split('=');
      if (key == "safety-memory" && (value == "deny" || value == "warn")) {
        deny_ = value == "deny";
      } else if (key == "safety-models") {
        const auto table = llvm::MemoryBuffer::getFile(value);
        if (!table) return refuse("cannot read " + value.str() + ": " + table.getError().message());
        if (const auto wrong = models_.add(value, (*table)->getBuffer())) return refuse(*wrong);
      } else {
        return refuse("unknown argument " + argument.str());
      }
    }
    return true;
  }

  ActionType getActionType() override { return AddBeforeMainAction; }

 private:
  Models models_ = standard_models();
  bool deny_ = true;
};

const clang::FrontendPluginRegistry::Add<Plugin> kRegistered("hull", "memory errors, found while compiling");

}  // namespace
}  // namespace hull::safety
