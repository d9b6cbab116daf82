// What threads share. Atomic numbers and pointers hold what they hold as if no other thread wrote it:
// reference counts are made of them, so that who frees the counted is known. What threads tell each other by,
// truth values, nobody knows. A std::once_flag is a number too: 0 until its call was made.
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringSwitch.h"
#include "safety/clang/lower.h"

namespace hull::safety {

using namespace clang;

namespace {

enum class Atomic : std::uint8_t { Other, Load, Store, Exchange, Add, Subtract, CompareExchange };

Atomic operation(const CXXMethodDecl* method, std::size_t arguments) {
  if (isa<CXXConversionDecl>(method)) return Atomic::Load;
  switch (method->getOverloadedOperator()) {
    case OO_Equal:
      return Atomic::Store;
    case OO_PlusPlus:
    case OO_PlusEqual:
      return Atomic::Add;
    case OO_MinusMinus:
    case OO_MinusEqual:
      return Atomic::Subtract;
    case OO_None:
      break;
    default:
      return Atomic::Other;
  }
  if (!method->getIdentifier()) return Atomic::Other;
  const Atomic named = llvm::StringSwitch<Atomic>(method->getName())
                           .Case("load", Atomic::Load)
                           .Case("store", Atomic::Store)
                           .Case("exchange", Atomic::Exchange)
                           .Case("fetch_add", Atomic::Add)
                           .Case("fetch_sub", Atomic::Subtract)
                           .Cases("compare_exchange_weak", "compare_exchange_strong", Atomic::CompareExchange)
                           .Default(Atomic::Other);
  const std::size_t needed = named == Atomic::CompareExchange ? 2 : named == Atomic::Load ? 0 : 1;
  return arguments < needed ? Atomic::Other : named;
}

}  // namespace

// What an atomic of this class holds, if the walk keeps it; null for other classes.
QualType Lowering::held_atomically(const CXXRecordDecl* record) const {
  const auto* special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(record);
  if (!special || !special->isInStdNamespace() || !special->getIdentifier() ||
      !llvm::StringSwitch<bool>(special->getName()).Cases("atomic", "__atomic_base", true).Default(false) ||
      special->getTemplateArgs().size() == 0 ||
      special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  const QualType held = special->getTemplateArgs()[0].getAsType();
  const bool known = (held->isIntegralOrEnumerationType() && !held->isBooleanType()) || held->isPointerType();
  return known ? held : QualType();
}

// Objects of the class are numbers to the walk; what they are when nothing is said.
bool Lowering::construct_shared(const CXXRecordDecl* record, Register object, const Expr* given) {
  const bool once = record->isInStdNamespace() && record->getIdentifier() && record->getName() == "once_flag";
  const QualType held = held_atomically(record);
  if (!once && held.isNull()) return false;
  store(object, given                                        ? value(given)
                : once || context_.getLangOpts().CPlusPlus20 ? constant(0)
                                                             : unknown(types_.shape(held)));
  return true;
}

// std::call_once with a closure: its body runs where the flag is 0, and the flag is 1 then. False when it is
// not known what the closure does.
bool Lowering::call_once(Register flag, const Expr* callable) {
  const auto* record = callable->getType()->getAsCXXRecordDecl();
  const CXXMethodDecl* body = record && record->isLambda() ? body_of(record) : nullptr;
  const Summary* summary = body && !body->isStatic() ? summaries_.summary(body) : nullptr;
  if (!summary || summary->outcomes.empty()) return false;
  const SummaryPath done{.parameter = 1, .steps = {{Step::Pointee, nullptr}}};
  const SummaryCondition first{done, 0, 0, false};
  SummaryValue made;
  made.term = SummaryValue::Term::Constant;
  made.constant = 1;
  auto both = std::make_shared<Summary>(*summary);
  for (Outcome& outcome : both->outcomes) {
    outcome.when.push_back(first);
    outcome.stores.emplace_back(done, made);
  }
  for (SummaryUse& use : both->uses) use.when.push_back(first);
  for (SummaryAsk& ask : both->asks) ask.when.push_back(first);
  both->late_uses.clear();
  Outcome& again = both->outcomes.emplace_back();
  again.when.push_back({done, 1, 1, false});
  auto site = std::make_unique<CallSite>();
  site->summary = both.get();
  site->own = std::move(both);
  site->arguments = {eval(callable), flag};
  emit({.op = Op::Call, .to = fresh(), .word = "call_once", .call = site.get()});
  facts_->calls.push_back(std::move(site));
  return true;
}

// kNoRegister when it is no call of an atomic's method.
Register Lowering::call_atomic(const CXXMethodDecl* method, Register object,
                               const std::vector<const Expr*>& arguments) {
  const QualType held = held_atomically(method->getParent());
  const Atomic what = held.isNull() ? Atomic::Other : operation(method, arguments.size());
  if (what == Atomic::Other) return kNoRegister;
  const Shape shape = types_.shape(held);
  const Register old = what == Atomic::Store ? kNoRegister : load(object, shape);
  switch (what) {
    case Atomic::Load:
      return old;
    case Atomic::Store:
    case Atomic::Exchange: {
      const Register given = value(arguments[0]);
      store(object, given);
      return what == Atomic::Store ? given : old;
    }
    case Atomic::CompareExchange: {
      // Whether it was as expected nobody knows: it is what it was, or as desired.
      emit({.op = Op::Put, .a = object, .b = value(arguments[1])});
      emit({.op = Op::Put, .a = eval(arguments[0]), .b = old});
      return unknown(Shape::Bool);
    }
    default:
      break;
  }
  // The operators ++ and -- have an argument only when they give what was before.
  const OverloadedOperatorKind kind = method->getOverloadedOperator();
  const bool step = kind == OO_PlusPlus || kind == OO_MinusMinus;
  const std::int64_t sign = what == Atomic::Add ? 1 : -1;
  const Register changed = step ? computed(Op::Add, old, kNoRegister, sign, shape)
                                : computed(Op::Add, old, value(arguments[0]), sign, shape);
  store(object, changed);
  const bool before = step ? !arguments.empty() : kind == OO_None;
  return before ? old : changed;
}

}  // namespace hull::safety
