// Loops that delete all that a container refers to.
//
//   for (Node* node : nodes_) delete node;      for (int i = 0; i < nodes_.size(); ++i) delete nodes_[i];
//
// One round frees one of many, and which one nobody can say. But when such a loop is over, all are gone,
// whoever else refers to one of them.
#include "clang/AST/StmtCXX.h"
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

using namespace clang;

const Expr* plain(const Expr* expression) { return expression->IgnoreParenImpCasts(); }

const ValueDecl* named(const Expr* expression) {
  const auto* name = dyn_cast<DeclRefExpr>(plain(expression));
  return name ? name->getDecl() : nullptr;
}

// Whether every round comes to its end.
bool goes_through(const Stmt* body) {
  if (!body) return true;
  if (isa<BreakStmt, ContinueStmt, ReturnStmt, GotoStmt, CXXThrowExpr>(body)) return false;
  return llvm::all_of(body->children(), goes_through);
}

// What is deleted in every round.
const Expr* always_deleted(const Stmt* body) {
  if (const auto* compound = dyn_cast_or_null<CompoundStmt>(body)) {
    for (const Stmt* statement : compound->body()) {
      if (const Expr* deleted = always_deleted(statement)) return deleted;
    }
    return nullptr;
  }
  if (const auto* cleanups = dyn_cast_or_null<ExprWithCleanups>(body)) body = cleanups->getSubExpr();
  const auto* expression = dyn_cast_or_null<CXXDeleteExpr>(body);
  return expression ? plain(expression->getArgument()) : nullptr;
}

// The container of `container[index]`.
const Expr* indexed(const Expr* element, const ValueDecl* index) {
  if (const auto* subscript = dyn_cast<ArraySubscriptExpr>(element))
    return named(subscript->getIdx()) == index ? subscript->getBase() : nullptr;
  const auto* call = dyn_cast<CXXOperatorCallExpr>(element);
  const bool subscript = call && call->getOperator() == OO_Subscript && call->getNumArgs() == 2;
  return subscript && named(call->getArg(1)) == index ? call->getArg(0) : nullptr;
}

bool same(const Expr* a, const Expr* b, const ASTContext& context) {
  llvm::FoldingSetNodeID of_a, of_b;
  plain(a)->Profile(of_a, context, true);
  plain(b)->Profile(of_b, context, true);
  return of_a == of_b;
}

}  // namespace

void Lowering::find_deleting_loops(const Stmt* body) {
  if (!body || isa<LambdaExpr>(body)) return;
  if (const auto* loop = dyn_cast<CXXForRangeStmt>(body)) {
    const Expr* deleted = always_deleted(loop->getBody());
    const auto* range = dyn_cast<VarDecl>(loop->getRangeStmt()->getSingleDecl());
    if (deleted && range && named(deleted) == loop->getLoopVariable() && goes_through(loop->getBody()))
      deleting_loops_.emplace(range->getCanonicalDecl(), loop->getRangeInit());
  }
  if (const auto* loop = dyn_cast<ForStmt>(body)) {
    const auto* declared = dyn_cast_or_null<DeclStmt>(loop->getInit());
    const auto* index =
        declared && declared->isSingleDecl() ? dyn_cast<VarDecl>(declared->getSingleDecl()) : nullptr;
    const auto* until = dyn_cast_or_null<BinaryOperator>(loop->getCond());
    const auto* size = until ? dyn_cast<CXXMemberCallExpr>(plain(until->getRHS())) : nullptr;
    const Expr* deleted = always_deleted(loop->getBody());
    const Expr* container = index && deleted ? indexed(deleted, index) : nullptr;
    const IdentifierInfo* name =
        size && size->getMethodDecl() ? size->getMethodDecl()->getIdentifier() : nullptr;
    Expr::EvalResult first;
    if (container && name && name->getName() == "size" && named(until->getLHS()) == index &&
        (until->getOpcode() == BO_LT || until->getOpcode() == BO_NE) && index->getInit() &&
        index->getInit()->EvaluateAsInt(first, context_) && first.Val.getInt() == 0 &&
        same(container, size->getImplicitObjectArgument(), context_) && goes_through(loop->getBody()))
      deleting_loops_.emplace(index->getCanonicalDecl(), container);
  }
  for (const Stmt* child : body->children()) find_deleting_loops(child);
}

// What was evaluated in the loop is forgotten when it is over.
Register Lowering::named_again(const Expr* expression, bool value) {
  expression = plain(expression);
  Register object = kNoRegister;
  if (isa<CXXThisExpr>(expression))
    return value && this_place_ != kNoPlace ? load(address(this_place_), Shape::Pointer) : kNoRegister;
  if (const auto* member = dyn_cast<MemberExpr>(expression)) {
    const auto* field = dyn_cast<FieldDecl>(member->getMemberDecl());
    const Register whole = field ? named_again(member->getBase(), member->isArrow()) : kNoRegister;
    if (whole == kNoRegister) return kNoRegister;
    object = this->field(whole, field);
    if (field->getType()->isReferenceType()) object = load(object, Shape::Pointer);
  } else if (const auto* variable = dyn_cast_or_null<VarDecl>(named(expression))) {
    object = address(place_of(variable));
    if (variable->getType()->isReferenceType()) object = load(object, Shape::Pointer);
  } else if (const auto* pointed = dyn_cast<UnaryOperator>(expression);
             pointed && pointed->getOpcode() == UO_Deref) {
    object = named_again(pointed->getSubExpr(), true);
  }
  return object != kNoRegister && value ? load(object, Shape::Pointer) : object;
}

void Lowering::all_deleted(const Expr* container) {
  if (types_.kind(container->getType()) != TypeKind::Container || !captures_.empty()) return;
  const Register object = named_again(container, false);
  if (object == kNoRegister) return;
  emit({.op = Op::Invalidate,
        .a = load(content(object), Shape::Pointer),
        .cause = Cause::Delete,
        .flag = true,
        .number = 1,
        .word = "delete"});
}

}  // namespace hull::safety
