#include "safety/clang/analysis.h"

#include <algorithm>

#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Index/USRGeneration.h"
#include "clang/Lex/Lexer.h"
#include "safety/clang/members.h"
#include "safety/clang/strict.h"
#include "safety/dump.h"
#include "safety/invariant.h"

namespace hull::safety {

namespace {

// Deeper chains of calls than this are taken to be unknown: the stack is not ours.
constexpr unsigned kMostDepth = 60;

// More than this is not done for one translation unit: some seconds.
constexpr std::size_t kMostWork = 20'000'000;

class Functions : public clang::RecursiveASTVisitor<Functions> {
 public:
  Functions(const clang::SourceManager& sources, UnsafeUses& unsafe) : sources_(sources), unsafe_(unsafe) {}
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return false; }
  bool shouldVisitLambdaBody() const { return true; }

  bool TraverseDecl(clang::Decl* declaration) {
    // Nothing of the system's is looked at.
    if (declaration && !llvm::isa<clang::TranslationUnitDecl>(declaration) &&
        declaration->getLocation().isValid() && sources_.isInSystemHeader(declaration->getLocation())) {
      return true;
    }
    return RecursiveASTVisitor::TraverseDecl(declaration);
  }
  bool VisitDecl(clang::Decl* declaration) {
    unsafe_.add(declaration);
    return true;
  }
  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->doesThisDeclarationHaveABody() && !function->isDependentContext()) all.push_back(function);
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    if (clang::CXXMethodDecl* call = lambda->getCallOperator();
        call && call->hasBody() && !call->isDependentContext())
      all.push_back(call);
    return true;
  }

  std::vector<const clang::FunctionDecl*> all;

 private:
  const clang::SourceManager& sources_;
  UnsafeUses& unsafe_;
};

// One place goes wrong in one way of a kind: of H0501 and H0502 the first that was found is told.
std::tuple<Where, std::string_view> key_of(const Message& message) {
  return {message.where, std::string_view(message.code).substr(0, 3)};
}

}  // namespace

void Analysis::run(const Sink& sink) {
  const clang::SourceManager& sources = context_.getSourceManager();
  Functions functions(sources, unsafe_);
  functions.TraverseDecl(context_.getTranslationUnitDecl());
  for (const clang::FunctionDecl* function : functions.all) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    if (!method || !method->isVirtual()) continue;
    for (const clang::CXXMethodDecl* base : method->overridden_methods())
      types_.overriders()[base->getCanonicalDecl()].push_back(method);
  }
  for (const clang::FunctionDecl* function : functions.all) summary(function);
  std::unordered_set<const clang::CXXRecordDecl*> classes;
  for (const clang::FunctionDecl* function : functions.all) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    if (method && classes.insert(method->getParent()).second) check_invariants(method->getParent());
  }
  // What is wrong with every object of a class says more than what is wrong with one.
  check_members(functions.all, *this, [&](Message broken) {
    const auto key = key_of(broken);
    found_.insert_or_assign(key, std::move(broken));
  });
  for (const clang::FunctionDecl* function : functions.all) {
    if (is_strict(function))
      check_strict(function, context_, [&](Message broken) { keep(std::move(broken)); });
  }
  for (LeftBehind& left : left_behind_) {
    if (looked_at_again(left)) keep(std::move(left.message));
  }
  check_calls();
  std::erase_if(found_, [&](const auto& found) {
    const clang::SourceLocation where = location_of(found.second.where);
    return unsafe_.covers(where) || sources.isInSystemHeader(where);
  });
  for (const UnsafeUse& use : unsafe_.all()) {
    if (!use.reason.empty()) continue;
    keep(unsafe_without_reason(use.where.getRawEncoding()));
  }
  std::vector<const Message*> ordered;
  for (const auto& [key, message] : found_) ordered.push_back(&message);
  std::sort(ordered.begin(), ordered.end(), [&](const Message* a, const Message* b) {
    if (a->where == b->where) return std::string_view(a->code) < std::string_view(b->code);
    return sources.isBeforeInTranslationUnit(location_of(a->where), location_of(b->where));
  });
  for (const Message* message : ordered) {
    if (writer_) writer_->reported(message->where, message->code);
    sink(*message);
  }
}

bool Analysis::is_strict(const clang::FunctionDecl* function) const {
  const clang::SourceManager& sources = context_.getSourceManager();
  if (strict_ && strict_(sources.getFilename(sources.getExpansionLoc(function->getLocation())))) return true;
  return is_safe(function);
}

// Whether another public method uses what the member refers to as it finds it.
bool Analysis::looked_at_again(const LeftBehind& left) const {
  const auto through = [&](const SummaryUse& use) {
    const auto &steps = use.path.steps, &member = left.member.steps;
    return use.kind == SummaryUse::Kind::There && use.path.parameter == 0 && steps.size() > member.size() &&
           std::equal(member.begin(), member.end(), steps.begin()) &&
           steps[member.size()].first == Step::Pointee;
  };
  return std::any_of(functions_.begin(), functions_.end(), [&](const auto& known) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(known.first);
    if (!method || method->getParent() != left.method->getParent() || method == left.method ||
        method->getAccess() != clang::AS_public || llvm::isa<clang::CXXDestructorDecl>(method))
      return false;
    const std::vector<SummaryUse>& uses = known.second.summary.uses;
    return std::any_of(uses.begin(), uses.end(), through);
  });
}

void Analysis::keep(Message message) {
  const auto key = key_of(message);
  found_.try_emplace(key, std::move(message));
}

void Analysis::keep_unit() {
  writer_.emplace(UnitWriter::Source{
      .location =
          [this](Where where) {
            const clang::SourceManager& sources = context_.getSourceManager();
            const clang::SourceLocation at = sources.getExpansionLoc(location_of(where));
            const auto location = sources.getPresumedLoc(at);
            if (location.isInvalid()) return Location{};
            if (unsafe_.covers(location_of(where))) silent_.push_back(where);
            const unsigned length = clang::Lexer::MeasureTokenLength(at, sources, context_.getLangOpts());
            return Location{location.getFilename(), location.getLine(), location.getColumn(),
                            std::max(length, 1U)};
          },
      .key =
          [this](const void* what) {
            const clang::NamedDecl* declaration = types_.declaration(what);
            llvm::SmallString<128> key;
            if (!declaration || clang::index::generateUSRForDecl(declaration, key)) return std::string();
            const bool shared = declaration->isExternallyVisible() || !declaration->hasLinkage();
            return shared ? std::string(key) : std::string();
          },
  });
}

std::string Analysis::unit() {
  for (const clang::FunctionDecl* function : done_) {
    const Known& known = functions_.at(function);
    const bool elsewhere = function->isExternallyVisible() && !function->isInlined();
    if (known.open || elsewhere || asked_.contains(key(function)))
      writer_->summary(key(function), known.summary);
  }
  for (const Where where : silent_) writer_->silent(where);
  return std::move(*writer_).finish();
}

const char* Analysis::key(const clang::FunctionDecl* function) {
  if (!writer_) return nullptr;
  const auto [entry, fresh] = keys_.try_emplace(function->getCanonicalDecl(), nullptr);
  if (!fresh) return entry->second;
  llvm::SmallString<128> key;
  if (clang::index::generateUSRForDecl(function, key)) return nullptr;
  if (!function->isExternallyVisible()) {
    const clang::SourceManager& sources = context_.getSourceManager();
    const auto main = sources.getFileEntryRefForID(sources.getMainFileID());
    key += "#";
    key += main ? main->getName() : "";
  }
  return entry->second = kept(key);
}

std::string Analysis::told_unfinished() const {
  const std::size_t others = unfinished_.size() - 1;
  std::string text = "`" + unfinished_.front()->getQualifiedNameAsString() + "`";
  if (others > 0)
    text += " and " + std::to_string(others) + (others == 1 ? " other function" : " other functions");
  return text + (others > 0 ? " were" : " was") + " too large to be checked whole";
}

const Summary* Analysis::summary(const clang::FunctionDecl* function) {
  const clang::FunctionDecl* definition = nullptr;
  if (!function->hasBody(definition) || definition->isDependentContext()) return nullptr;
  if (types_.library(definition->getLocation())) return nullptr;
  // What the compiler writes is lowered where it is used, but for the initializers of members.
  const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(definition);
  const bool initializes = constructor && constructor->isDefaultConstructor() && !constructor->isTrivial();
  if (definition->isDefaulted() && !definition->isUserProvided() && !initializes) return nullptr;
  const auto [entry, fresh] = functions_.try_emplace(definition);
  if (!fresh) {
    Known& known = entry->second;
    if (!known.done) known.recursive = true;
    return known.summary.known ? &known.summary : nullptr;
  }
  if (depth_ >= kMostDepth) {
    functions_.erase(entry);
    return nullptr;
  }
  ++depth_;
  Messages messages = analyse(definition, entry->second);
  // What calls itself is looked at again, with what is known of it now. What was wrong when nothing was known
  // of the call need not be.
  if (entry->second.recursive && entry->second.summary.known) messages = analyse(definition, entry->second);
  found_.merge(messages);
  entry->second.done = true;
  --depth_;
  return entry->second.summary.known ? &entry->second.summary : nullptr;
}

// Only the class itself must be able to change its members, and all that can must be known.
void Analysis::check_invariants(const clang::CXXRecordDecl* type) {
  if (type->isLambda() || type->isUnion()) return;
  const auto is_private = [](const clang::Decl* member) { return member->getAccess() != clang::AS_public; };
  if (!std::all_of(type->field_begin(), type->field_end(), is_private)) return;
  std::vector<Method> methods;
  for (const clang::CXXMethodDecl* method : type->methods()) {
    if (is_private(method) || method->isStatic() || method->isImplicit() || method->isDeleted() ||
        method->isDefaulted() || llvm::isa<clang::CXXDestructorDecl>(method))
      continue;
    const clang::FunctionDecl* definition = nullptr;
    const auto known = method->hasBody(definition) ? functions_.find(definition) : functions_.end();
    if (known == functions_.end() || !known->second.summary.known) {
      if (method->isConst()) continue;
      return;
    }
    methods.push_back({.summary = &known->second.summary,
                       .constructs = llvm::isa<clang::CXXConstructorDecl>(method),
                       .changes = !method->isConst(),
                       .where = definition->getLocation().getRawEncoding()});
  }
  for (const BrokenInvariant& broken : broken_invariants(methods)) {
    Message found = message(broken.finding, Facts{});
    if (broken.by != 0)
      found.notes.push_back({broken.by, std::string("`") + broken.name + "` may leave it so"});
    keep(std::move(found));
  }
}

Analysis::Messages Analysis::analyse(const clang::FunctionDecl* function, Known& known) {
  Messages messages;
  const auto keep = [&](Message message) {
    const auto key = key_of(message);
    messages.try_emplace(key, std::move(message));
  };
  known.summary.name = kept(function->getDeclName().getAsString());
  known.strict = is_strict(function);
  if (known.strict) strict_functions_.push_back(function);
  if (work_ >= kMostWork) {
    unfinished_.push_back(function);
    if (known.strict) keep(not_followed(function));
    return messages;
  }
  Lowering lowering(function, types_, *this, known.strict);
  const std::unique_ptr<Facts> facts = lowering.run();
  if (!facts) {
    if (known.strict) keep(not_followed(function));
    return messages;
  }
  known.called = lowering.called();
  static const bool kDump = std::getenv("HULL_SAFETY_DUMP") != nullptr;
  if (kDump) llvm::errs() << known.summary.name << "\n" << dump(*facts);
  if (writer_) {
    known.open = std::any_of(facts->calls.begin(), facts->calls.end(), [&](const auto& call) {
      return call->otherwise > 0 || (call->callee && open_.contains(call->callee));
    });
    if (known.open) {
      open_.insert(key(function));
      for (const auto& call : facts->calls) {
        if (call->callee) asked_.insert(call->callee);
      }
      writer_->facts(key(function), *facts);
    }
    done_.push_back(function);
  }
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
  known.summary.object.clear();
  if (method && method->isInstance()) known.summary.object.push_back(false);
  for (const clang::ParmVarDecl* parameter : function->parameters()) {
    known.summary.object.push_back(parameter->getType()->isRecordType());
  }
  const Interpreter::Report report = [&](const Finding& finding) { keep(message(finding, *facts)); };
  ExploreLimits limits;
  limits.work = std::min(limits.work, kMostWork - work_);
  if (known.strict) limits.be_strict();
  Exploration result = explore(*facts, limits, report);
  work_ += result.work;
  if (result.gave_up) {
    unfinished_.push_back(function);
  }
  if (known.strict && !result.complete) keep(not_followed(function));
  if (kDump) llvm::errs() << dump(*facts, result.outcomes);
  if (method && method->isInstance() && method->getAccess() == clang::AS_public) {
    for (const auto& [path, finding] : result.left_behind) {
      if (path.parameter == 0) left_behind_.push_back({method, path, message(finding, *facts)});
    }
  }
  known.summary.outcomes = std::move(result.outcomes);
  known.summary.uses = std::move(result.uses);
  known.summary.asks = std::move(result.asks);
  known.summary.late_uses = std::move(result.late_uses);
  known.summary.consumed = std::move(result.consumed);
  known.summary.unseen = result.unseen;
  known.summary.opaque = result.opaque;
  known.summary.partial = !result.complete || known.summary.outcomes.size() == Summary::kMostOutcomes;
  known.summary.known = result.complete || !known.summary.outcomes.empty();
  return messages;
}

}  // namespace hull::safety
