#include "safety/clang/members.h"

#include <algorithm>
#include <map>
#include <set>

#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringSwitch.h"

namespace hull::safety {

namespace {

using namespace clang;

/// A member, or the elements of a member that is a container or an array.
using Member = std::pair<const FieldDecl*, bool>;

struct Freed {
  Allocation how;
  SourceLocation where;
  const char* word;
};

/// How what a member points to is made, and how it is freed, in all that is seen.
struct Dealings {
  std::map<Allocation, SourceLocation> made;
  std::vector<Freed> freed;
};

const Expr* inner(const Expr* expression) { return expression->IgnoreParenCasts(); }

/// The member that the expression names; nothing for one of a union, which may have been another.
const FieldDecl* member_of(const Expr* expression) {
  const auto* member = dyn_cast<MemberExpr>(inner(expression));
  const auto* field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && !field->getParent()->isUnion() ? field_of(field) : nullptr;
}

/// How a function makes what it returns; kAnyAllocation when it does not, or in several ways.
Allocation allocation(const Summary& summary) {
  std::int64_t how = kAnyAllocation;
  for (const Outcome& outcome : summary.outcomes) {
    for (const auto& [path, stored] : outcome.stores) {
      if (path.parameter != SummaryPath::kResult || !path.steps.empty()) continue;
      for (const SummaryPath& referred : stored.refers) {
        const bool made = referred.parameter == SummaryPath::kMade && referred.made < outcome.made.size();
        const std::int64_t one = made ? outcome.made[referred.made].allocation : std::int64_t{kAnyAllocation};
        if (one == kAnyAllocation || (how != kAnyAllocation && how != one)) return kAnyAllocation;
        how = one;
      }
    }
  }
  return how == kNew || how == kNewArray || how == kMalloc ? static_cast<Allocation>(how) : kAnyAllocation;
}

Allocation allocation(const Expr* value, SummarySource& summaries) {
  value = inner(value);
  if (const auto* made = dyn_cast<CXXNewExpr>(value))
    return made->getNumPlacementArgs() > 0 ? kAnyAllocation : made->isArray() ? kNewArray : kNew;
  const auto* call = dyn_cast<CallExpr>(value);
  const FunctionDecl* callee = call ? call->getDirectCallee() : nullptr;
  if (const Summary* summary = callee ? summaries.summary(callee) : nullptr) return allocation(*summary);
  const IdentifierInfo* name = callee ? callee->getIdentifier() : nullptr;
  if (!name || !(callee->isExternC() || callee->isInStdNamespace())) return kAnyAllocation;
  return llvm::StringSwitch<Allocation>(name->getName())
      .Cases("malloc", "calloc", "realloc", "strdup", "strndup", kMalloc)
      .Default(kAnyAllocation);
}

class Bodies : public RecursiveASTVisitor<Bodies> {
 public:
  Bodies(std::map<Member, Dealings>& dealings, SummarySource& summaries)
      : dealings_(dealings), summaries_(summaries) {}
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitBinaryOperator(BinaryOperator* operation) {
    if (operation->getOpcode() == BO_Assign) made(named(operation->getLHS()), operation->getRHS());
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr* call) {
    const CXXMethodDecl* method = call->getMethodDecl();
    const IdentifierInfo* name = method ? method->getIdentifier() : nullptr;
    const FieldDecl* container = member_of(call->getImplicitObjectArgument());
    if (!name || !container || call->getNumArgs() != 1) return true;
    const bool puts =
        llvm::StringSwitch<bool>(name->getName())
            .Cases("push_back", "emplace_back", "push_front", "emplace_front", "push", "insert", true)
            .Default(false);
    if (puts) made({container, true}, call->getArg(0));
    return true;
  }
  bool VisitCXXForRangeStmt(CXXForRangeStmt* loop) {
    if (const FieldDecl* range = member_of(loop->getRangeInit()))
      rounds_.insert({loop->getLoopVariable(), range});
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr* expression) {
    freed(expression->getArgument(), expression->isArrayForm() ? kNewArray : kNew, expression->getBeginLoc(),
          expression->isArrayForm() ? "delete[]" : "delete");
    return true;
  }
  bool VisitCallExpr(CallExpr* call) {
    const FunctionDecl* callee = call->getDirectCallee();
    const IdentifierInfo* name = callee ? callee->getIdentifier() : nullptr;
    if (name && name->getName() == "free" && call->getNumArgs() == 1 &&
        (callee->isExternC() || callee->isInStdNamespace()))
      freed(call->getArg(0), kMalloc, call->getBeginLoc(), "free");
    const auto* method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (!callee || (method && method->isInstance())) return true;
    if (const Summary* summary = summaries_.summary(callee)) freed_by(call, *summary);
    return true;
  }
  bool TraverseConstructorInitializer(CXXCtorInitializer* initializer) {
    if (const FieldDecl* member = initializer->getAnyMember(); member && initializer->getInit())
      made({field_of(member), false}, initializer->getInit());
    return RecursiveASTVisitor::TraverseConstructorInitializer(initializer);
  }

 private:
  void made(const Member& member, const Expr* value) {
    if (!member.first) return;
    if (const auto* chosen = dyn_cast<ConditionalOperator>(inner(value))) {
      made(member, chosen->getTrueExpr());
      made(member, chosen->getFalseExpr());
      return;
    }
    if (const auto* given = dyn_cast<CXXDefaultInitExpr>(value)) return made(member, given->getExpr());
    if (const auto* list = dyn_cast<InitListExpr>(inner(value)); list && list->getNumInits() == 1)
      return made(member, list->getInit(0));
    if (const Allocation how = allocation(value, summaries_); how != kAnyAllocation)
      dealings_[member].made.try_emplace(how, value->getExprLoc());
  }

  /// A function frees what it is given.
  void freed_by(const CallExpr* call, const Summary& summary) {
    for (const Outcome& outcome : summary.outcomes) {
      for (const SummaryEffect& effect : outcome.effects) {
        const bool known = effect.number == kNew || effect.number == kNewArray || effect.number == kMalloc;
        const bool given = effect.path.parameter < call->getNumArgs() && effect.path.steps.size() == 1 &&
                           effect.path.steps.front().first == Step::Pointee;
        if (effect.op == Op::Free && known && given && effect.where != 0)
          freed(call->getArg(effect.path.parameter), static_cast<Allocation>(effect.number),
                SourceLocation::getFromRawEncoding(static_cast<SourceLocation::UIntTy>(effect.where)),
                effect.word);
      }
    }
  }

  void freed(const Expr* value, Allocation how, SourceLocation where, const char* word) {
    Member member = named(value);
    if (!member.first) {
      const auto* name = dyn_cast<DeclRefExpr>(inner(value));
      if (const auto round = name ? rounds_.find(name->getDecl()) : rounds_.end(); round != rounds_.end())
        member = {round->second, true};
    }
    if (member.first) dealings_[member].freed.push_back({how, where, word});
  }

  /// What stands on the left of an assignment, or is freed.
  static Member named(const Expr* expression) {
    expression = inner(expression);
    if (const FieldDecl* field = member_of(expression)) return {field, false};
    if (const auto* element = dyn_cast<ArraySubscriptExpr>(expression))
      return {member_of(element->getBase()), true};
    if (const auto* call = dyn_cast<CXXOperatorCallExpr>(expression);
        call && call->getOperator() == OO_Subscript && call->getNumArgs() == 2)
      return {member_of(call->getArg(0)), true};
    return {nullptr, false};
  }

  std::map<Member, Dealings>& dealings_;
  SummarySource& summaries_;
  std::map<const ValueDecl*, const FieldDecl*> rounds_;
};

// What is made in a way in which it is never freed, but in another.
void tell_mismatches(const std::map<Member, Dealings>& dealings, const std::function<void(Message)>& tell) {
  static constexpr const char* kMade[] = {"", "new", "new[]", "malloc"};
  for (const auto& [member, seen] : dealings) {
    for (const auto& [how, where] : seen.made) {
      const bool right = std::any_of(seen.freed.begin(), seen.freed.end(),
                                     [&, how = how](const Freed& freed) { return freed.how == how; });
      if (right) continue;
      const std::string name = "`" + member.first->getName().str() + "`";
      for (const Freed& freed : seen.freed) {
        Message message{.code = "H0105", .where = freed.where.getRawEncoding(), .text = {}, .notes = {}};
        message.text = std::string("freed with `") + freed.word + "`, but what is " +
                       (member.second ? "put into " : "assigned to ") + name + " was allocated with `" +
                       kMade[how] + "`";
        message.notes.push_back({where.getRawEncoding(), "allocated here"});
        message.before = 1;
        message.label = "freed here";
        message.help = how == kNewArray ? "free it with `delete[]`, or let a `std::unique_ptr<T[]>` own it"
                       : how == kNew    ? "free it with `delete`, or let a `std::unique_ptr<T>` own it"
                                        : "free it with `free`";
        tell(std::move(message));
      }
    }
  }
}

// Whether the condition holds of what the constructor left; what it did not write itself nobody can say.
bool holds(const SummaryCondition& condition, const Outcome& built) {
  const auto& [path, low, high, not_zero] = condition;
  // The object itself is there.
  if (path.parameter == 0 && path.steps.empty()) return true;
  return std::any_of(built.stores.begin(), built.stores.end(),
                     [&, &at = path, from = low, to = high, other = not_zero](const auto& store) {
                       const SummaryValue& value = store.second;
                       return store.first == at && value.term == SummaryValue::Term::Constant &&
                              from <= value.constant && value.constant <= to &&
                              !(other && value.constant == 0);
                     });
}

// What a constructor that anybody may call leaves without a value, and the destructor reads.
void tell_unwritten(const CXXConstructorDecl* constructor, SummarySource& summaries,
                    const std::function<void(Message)>& tell) {
  const CXXDestructorDecl* destructor = constructor->getParent()->getDestructor();
  if (constructor->getAccess() != AS_public || !destructor || !destructor->isUserProvided()) return;
  const Summary* built = summaries.summary(constructor);
  const Summary* ended = built ? summaries.summary(destructor) : nullptr;
  if (!ended) return;
  for (const Outcome& outcome : built->outcomes) {
    if (outcome.doubt != Doubt::None) continue;
    for (const SummaryEffect& left : outcome.effects) {
      if (left.op != Op::Begin || !left.flag || left.path.parameter != 0 || left.path.steps.size() != 2)
        continue;
      const auto* field = static_cast<const FieldDecl*>(left.path.steps.back().second);
      // What anybody can see anybody can write.
      if (left.path.steps.back().first != Step::Field || !field || field->getAccess() == AS_public) continue;
      for (const SummaryUse& use : ended->uses) {
        if (use.kind != SummaryUse::Kind::Written || use.path != left.path) continue;
        if (!std::all_of(use.when.begin(), use.when.end(),
                         [&](const SummaryCondition& condition) { return holds(condition, outcome); }))
          continue;
        Message message{.code = "H0406", .where = use.where, .text = {}, .notes = {}};
        const std::string name = "`" + field->getName().str() + "`";
        message.text = name + " is read by the destructor but may not have been given a value";
        message.notes.push_back(
            {constructor->getLocation().getRawEncoding(), "this constructor leaves it without a value"});
        message.before = 1;
        message.label = "read here";
        message.help = "give " + name + " a value where it is declared";
        tell(std::move(message));
      }
    }
  }
}

// Whether the destructor frees what the member points to, whatever else the object holds.
const SummaryEffect* freed_at_end(const CXXRecordDecl* record, const SummaryPath& member,
                                  SummarySource& summaries) {
  const CXXDestructorDecl* destructor = record->getDestructor();
  const Summary* ended = destructor ? summaries.summary(destructor) : nullptr;
  if (!ended) return nullptr;
  SummaryPath behind = member;
  behind.steps.emplace_back(Step::Pointee, nullptr);
  for (const Outcome& outcome : ended->outcomes) {
    const bool asks_other = std::any_of(outcome.when.begin(), outcome.when.end(), [&](const auto& condition) {
      const SummaryPath& asked = std::get<0>(condition);
      return asked != member && !(asked.parameter == 0 && asked.steps.empty());
    });
    if (asks_other || !outcome.relations.empty() || outcome.doubt != Doubt::None) continue;
    for (const SummaryEffect& effect : outcome.effects) {
      if (effect.op == Op::Free && effect.path == behind && !effect.counted && effect.where != 0)
        return &effect;
    }
  }
  return nullptr;
}

// What an object takes from another of its class, both have, and both will free.
void tell_two_owners(const CXXMethodDecl* method, SummarySource& summaries,
                     const std::function<void(Message)>& tell) {
  const auto* constructor = dyn_cast<CXXConstructorDecl>(method);
  const bool copies = constructor ? constructor->isCopyOrMoveConstructor()
                                  : method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator();
  const Summary* summary =
      copies && method->isUserProvided() && !method->isDeleted() ? summaries.summary(method) : nullptr;
  if (!summary || summary->partial) return;
  for (const Outcome& outcome : summary->outcomes) {
    if (outcome.doubt != Doubt::None) continue;
    for (const auto& [path, value] : outcome.stores) {
      if (path.parameter != 0 || path.steps.size() != 2 || path.steps.back().first != Step::Field ||
          value.term != SummaryValue::Term::Initial || value.offset != 0)
        continue;
      SummaryPath source = path;
      source.parameter = 1;
      const bool left = std::none_of(outcome.stores.begin(), outcome.stores.end(),
                                     [&](const auto& store) { return store.first == source; });
      // Somebody unknown may have taken it from the other.
      const bool done = std::any_of(outcome.effects.begin(), outcome.effects.end(), [&](const auto& effect) {
        const std::size_t common = std::min(effect.path.steps.size(), source.steps.size());
        return effect.path.parameter == 1 &&
               std::equal(source.steps.begin(), source.steps.begin() + static_cast<std::ptrdiff_t>(common),
                          effect.path.steps.begin());
      });
      if (value.initial != source || !left || done) continue;
      const SummaryEffect* freed = freed_at_end(method->getParent(), path, summaries);
      if (!freed) continue;
      const auto* field = static_cast<const FieldDecl*>(path.steps.back().second);
      const std::string name = "`" + field->getName().str() + "`";
      Message message{
          .code = "H0102", .where = method->getLocation().getRawEncoding(), .text = {}, .notes = {}};
      message.text = "both objects have " + name + " after this, and both will free it";
      message.notes.push_back({freed->where, "the destructor frees it here"});
      message.label = "leaves two owners";
      message.help =
          constructor && constructor->isMoveConstructor()
              ? "leave null in the other: `std::exchange(other." + field->getName().str() + ", nullptr)`"
              : "copy what " + name + " points to, or delete this function";
      tell(std::move(message));
      return;
    }
  }
}

}  // namespace

void check_members(std::span<const FunctionDecl* const> functions, SummarySource& summaries,
                   const std::function<void(Message)>& tell) {
  std::map<Member, Dealings> dealings;
  Bodies bodies(dealings, summaries);
  for (const FunctionDecl* function : functions) bodies.TraverseDecl(const_cast<FunctionDecl*>(function));
  tell_mismatches(dealings, tell);
  for (const FunctionDecl* function : functions) {
    if (const auto* constructor = dyn_cast<CXXConstructorDecl>(function))
      tell_unwritten(constructor, summaries, tell);
    if (const auto* method = dyn_cast<CXXMethodDecl>(function)) tell_two_owners(method, summaries, tell);
  }
}

}  // namespace hull::safety
