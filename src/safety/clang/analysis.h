// One translation unit: which functions are analysed, in which order, and what is found.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "clang/AST/ASTContext.h"
#include "safety/clang/lower.h"
#include "safety/clang/types.h"
#include "safety/clang/unsafe.h"
#include "safety/explore.h"
#include "safety/report.h"
#include "safety/unit.h"

namespace hull::safety {

/// Where the lowering said that something is.
inline clang::SourceLocation location_of(Where where) {
  return clang::SourceLocation::getFromRawEncoding(static_cast<clang::SourceLocation::UIntTy>(where));
}

class Analysis : public SummarySource {
 public:
  using Sink = std::function<void(const Message&)>;

  Analysis(clang::ASTContext& context, const Models& models)
      : context_(context), types_(context, models), unsafe_(context.getSourceManager()) {}

  /// Keeps what other units need from this one: asked for before run(), taken after it (unit.h).
  void keep_unit();
  bool keeps_unit() const { return writer_.has_value(); }
  std::string unit();

  /// Asks for the strict profile in files that `strict` says; elsewhere it holds in what is [[hull::safe]].
  /// Before run().
  void be_strict(std::function<bool(llvm::StringRef file)> strict) { strict_ = std::move(strict); }

  /// Everything that is defined in files that are not the system's. Findings come in the order of the source;
  /// those in what is [[hull::unsafe]] do not come.
  void run(const Sink& sink);
  /// Where checking is turned off, and why. After `run`.
  std::vector<UnsafeUse> unsafe() const { return unsafe_.all(); }

  const Summary* summary(const clang::FunctionDecl* function) override;
  const char* key(const clang::FunctionDecl* function) override;

  /// Functions that were too large, or came when the unit had cost too much already, to be checked whole.
  const std::vector<const clang::FunctionDecl*>& unfinished() const { return unfinished_; }
  /// "`f` and 2 other functions were too large to be checked whole". Not for none.
  std::string told_unfinished() const;

 private:
  struct Known {
    bool done = false;
    bool recursive = false;  ///< It was called while it was analysed.
    bool open = false;       ///< Calls what is defined elsewhere, itself or through others.
    Summary summary;
    // For the strict profile.
    bool strict = false;
    std::vector<Called> called;
    std::optional<Message> breaks;  ///< Of what is not strict: a rule that it breaks.
    enum class Checked { Unasked, Asking, Yes, No } checked = Checked::Unasked;
  };
  /// A public method leaves a member of its object dangling, and is done with it itself.
  struct LeftBehind {
    const clang::CXXMethodDecl* method;
    SummaryPath member;
    Message message;
  };
  bool looked_at_again(const LeftBehind& left) const;

  using Messages = std::map<std::tuple<Where, std::string_view>, Message>;
  Messages analyse(const clang::FunctionDecl* function, Known& known);
  void check_invariants(const clang::CXXRecordDecl* type);

  bool is_strict(const clang::FunctionDecl* function) const;
  void keep(Message message);
  // The strict profile (analysis_strict.cc)
  void check_calls();
  const Message* unchecked(const clang::FunctionDecl* function);
  const clang::ParmVarDecl* keeps(const clang::FunctionDecl* function, const Summary& summary);
  const std::optional<Message>& breaks(const clang::FunctionDecl* function, Known& known);
  bool says_enough(const clang::FunctionDecl* function);
  std::optional<Message> wrong_with(const Called& called);

  clang::ASTContext& context_;
  std::function<bool(llvm::StringRef file)> strict_;
  std::vector<const clang::FunctionDecl*> strict_functions_;
  Types types_;
  UnsafeUses unsafe_;
  std::map<const clang::FunctionDecl*, Known> functions_;
  std::map<std::tuple<Where, std::string_view>, Message> found_;
  std::vector<LeftBehind> left_behind_;
  unsigned depth_ = 0;
  std::size_t work_ = 0;
  std::vector<const clang::FunctionDecl*> unfinished_;
  std::optional<UnitWriter> writer_;
  std::unordered_map<const clang::FunctionDecl*, const char*> keys_;
  std::vector<const clang::FunctionDecl*> done_;  ///< In the order in which they were.
  std::unordered_set<std::string_view> open_;     ///< Keys of functions.
  std::unordered_set<std::string_view> asked_;    ///< What open functions call.
  std::vector<Where> silent_;                     ///< What others name, and lies in what is [[hull::unsafe]].
};

}  // namespace hull::safety
