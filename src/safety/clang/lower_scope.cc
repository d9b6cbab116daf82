// Full expressions, statements and scopes: when what is made in them ends.
#include <algorithm>

#include "safety/clang/lower.h"

namespace hull::safety {

void Lowering::find_full_expressions(const clang::Stmt* body) {
  if (!body) return;
  find_loop_tests(body);
  if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(body)) {
    for (const clang::Decl* declaration : declarations->decls()) {
      const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration);
      if (variable && variable->getInit()) {
        full_expression(variable->getInit(), false);
        if (!variable->getType()->isReferenceType()) destine(variable->getInit(), place_of(variable));
      }
      if (const auto* decomposition = llvm::dyn_cast<clang::DecompositionDecl>(declaration)) {
        for (const clang::BindingDecl* binding : decomposition->bindings()) {
          if (const clang::VarDecl* holding = binding->getHoldingVar(); holding && holding->getInit()) {
            full_expression(holding->getInit(), false);
          }
        }
      }
    }
    return;
  }
  if (const auto* returned = llvm::dyn_cast<clang::ReturnStmt>(body); returned && returned->getRetValue()) {
    destine(returned->getRetValue(), facts_->result);
  }
  const bool value_used = llvm::isa<clang::ReturnStmt, clang::IfStmt, clang::WhileStmt, clang::SwitchStmt,
                                    clang::DoStmt, clang::CoreturnStmt, clang::GCCAsmStmt>(body);
  const auto* loop = llvm::dyn_cast<clang::ForStmt>(body);
  const auto* range = llvm::dyn_cast<clang::CXXForRangeStmt>(body);
  for (const clang::Stmt* child : body->children()) {
    if (!child) continue;
    if (const auto* expression = llvm::dyn_cast<clang::Expr>(child)) {
      const bool condition =
          value_used || (loop && child == loop->getCond()) || (range && child == range->getCond());
      // The branches of an if are statements too.
      const auto* branch = llvm::dyn_cast<clang::IfStmt>(body);
      const auto* while_loop = llvm::dyn_cast<clang::WhileStmt>(body);
      const auto* do_loop = llvm::dyn_cast<clang::DoStmt>(body);
      const bool statement = (branch && child != branch->getCond()) ||
                             (while_loop && child != while_loop->getCond()) ||
                             (do_loop && child != do_loop->getCond());
      full_expression(expression, !condition || statement);
    } else {
      find_full_expressions(child);
    }
  }
}

void Lowering::full_expression(const clang::Expr* root, bool forget) {
  if (!root) return;
  const clang::Expr* key = bare(root);
  full_expressions_[key].forget = forget;
  const auto walk = [&](auto&& self, const clang::Stmt* at) -> void {
    if (!at) return;
    root_of_.emplace(at, key);
    if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(at)) {
      for (const clang::Expr* init : lambda->capture_inits()) self(self, init);
      return;
    }
    if (const auto* address = llvm::dyn_cast<clang::UnaryOperator>(at);
        address && address->getOpcode() == clang::UO_AddrOf) {
      addressed_.insert(bare(address->getSubExpr()));
    }
    if (const auto* statements = llvm::dyn_cast<clang::StmtExpr>(at)) {
      find_full_expressions(statements->getSubStmt());
      return;
    }
    if (const auto* made = llvm::dyn_cast<clang::CXXNewExpr>(at);
        made && made->getInitializer() && !made->isArray() && made->getNumPlacementArgs() == 0 &&
        made->getAllocatedType()->isRecordType()) {
      destine(made->getInitializer(), facts_->places.base(Base::Heap, made));
    }
    if (const auto* default_argument = llvm::dyn_cast<clang::CXXDefaultArgExpr>(at))
      return self(self, default_argument->getExpr());
    if (const auto* default_member = llvm::dyn_cast<clang::CXXDefaultInitExpr>(at))
      return self(self, default_member->getExpr());
    if (const auto* rewritten = llvm::dyn_cast<clang::CXXRewrittenBinaryOperator>(at))
      return self(self, rewritten->getSemanticForm());
    for (const clang::Stmt* child : at->children()) self(self, child);
  };
  walk(walk, root);
}

void Lowering::full_expression_ends(const clang::Expr* root) {
  FullExpression& full = full_expressions_[root];
  where_ = root->getEndLoc().getRawEncoding();
  objects_end(full.objects, Cause::Temporary);
  full.objects.clear();
  if (full.forget) forget();
}

void Lowering::objects_end(const Objects& objects, Cause cause) {
  owner_ends_ = cause == Cause::Temporary ? cause : Cause::Owner;
  for (std::size_t i = objects.size(); i-- > 0;) {
    const auto& [place, type] = objects[i];
    if (!type.isNull() && types_.ends(type)) destroy(type, address(place));
    emit({.op = Op::Expire, .place = place, .cause = cause});
  }
  owner_ends_ = Cause::Owner;
}

void Lowering::variable_ends(const clang::VarDecl* variable, bool destroy) {
  variable = variable->getCanonicalDecl();
  if (const auto loop = deleting_loops_.find(variable); loop != deleting_loops_.end())
    all_deleted(loop->second);
  if (const auto extended = extended_.find(variable); extended != extended_.end()) {
    objects_end(extended->second, Cause::Scope);
  }
  if (variable->getType()->isReferenceType()) return;
  const PlaceId place = place_of(variable);
  if (destroy && types_.ends(variable->getType())) this->destroy(variable->getType(), address(place));
  emit({.op = Op::Expire, .place = place, .cause = Cause::Scope});
}

}  // namespace hull::safety
