// hull-safety.so: the checker inside a compile by Clang 19.
//
//   clang++-19 -fplugin=hull-safety.so -fplugin-arg-hull-safety-memory=warn -c a.cc
//
// The analysis runs on the tree that the compile makes anyway, before code is made of it, and speaks through
// the compile's own diagnostics: colours, "expanded from macro" and the like are Clang's, and an error leaves
// no object. What is an error is said by its own argument, not by -Werror. Clang takes what follows
// `-fplugin-arg-` up to the next dash for a plugin's name, so ours is "hull", and its arguments are:
//
//   safety-memory=LEVEL[:DIRECTORY]   deny, warn or allow: what findings are, everywhere (deny, unless
//                                     said otherwise) or in files below DIRECTORY
//   safety-models=FILE                a table of models besides hull's own
//   safety-strict=[off:]DIRECTORY     the strict profile holds in files below it; or does not, below one
//                                     where it does
//   safety-unit=FILE                  where to write what others need to know of this unit (unit.h)
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Support/MemoryBuffer.h"
#include "safety/clang/analysis.h"
#include "safety/levels.h"

namespace hull::safety {
namespace {

using clang::DiagnosticsEngine;

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(Models models, Levels levels, Levels strict, std::string unit)
      : models_(std::move(models)),
        levels_(std::move(levels)),
        strict_(std::move(strict)),
        unit_(std::move(unit)) {}

  void HandleTranslationUnit(clang::ASTContext& context) override {
    DiagnosticsEngine& diagnostics = context.getDiagnostics();
    // A tree with errors has holes.
    if (diagnostics.hasErrorOccurred()) return;
    const unsigned error = diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "%0 [%1]");
    const unsigned warning = diagnostics.getCustomDiagID(DiagnosticsEngine::Warning, "%0 [%1]");
    const unsigned note = diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0");
    const clang::SourceManager& sources = context.getSourceManager();
    Analysis analysis(context, models_);
    if (!unit_.empty()) analysis.keep_unit();
    analysis.be_strict([&](llvm::StringRef file) { return strict_.of(file) == Level::Deny; });
    analysis.run([&](const Message& message) {
      const clang::SourceLocation where = location_of(message.where);
      const Level level = levels_.of(sources.getFilename(sources.getExpansionLoc(where)));
      if (level == Level::Allow) return;
      diagnostics.Report(where, level == Level::Deny ? error : warning) << message.text << message.code;
      for (const Message::Note& one : message.notes)
        diagnostics.Report(location_of(one.where), note) << one.text;
    });
    if (!analysis.unfinished().empty()) {
      const clang::SourceLocation where = analysis.unfinished().front()->getLocation();
      const unsigned remark = diagnostics.getCustomDiagID(DiagnosticsEngine::Remark, "%0");
      if (levels_.of(sources.getFilename(sources.getExpansionLoc(where))) != Level::Allow)
        diagnostics.Report(where, remark) << analysis.told_unfinished();
    }
    if (!unit_.empty()) write(analysis.unit(), diagnostics);
  }

 private:
  void write(const std::string& unit, DiagnosticsEngine& diagnostics) const {
    std::error_code wrong;
    llvm::raw_fd_ostream out(unit_, wrong);
    if (!wrong) {
      out << unit;
      out.close();
      wrong = out.error();
      out.clear_error();
    }
    if (!wrong) return;
    diagnostics.Report(
        diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "hull-safety: cannot write %0: %1"))
        << unit_ << wrong.message();
  }

  Models models_;
  Levels levels_;
  Levels strict_;
  std::string unit_;
};

class Plugin : public clang::PluginASTAction {
 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override {
    return std::make_unique<Consumer>(std::move(models_), std::move(levels_), std::move(strict_),
                                      std::move(unit_));
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
      if (key == "safety-memory" && levels_.add(value)) continue;
      if (key == "safety-strict" && strict_.add_profile(value)) continue;
      if (key == "safety-unit" && !value.empty()) {
        unit_ = value;
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
  Levels levels_;
  Levels strict_{Level::Allow};  ///< Deny where it holds.
  std::string unit_;
};

const clang::FrontendPluginRegistry::Add<Plugin> kRegistered("hull", "memory errors, found while compiling");

}  // namespace
}  // namespace hull::safety
