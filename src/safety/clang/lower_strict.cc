// What the strict profile asks of calls: who is called, and that what may be changed is given to it once.
#include <map>
#include <set>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// What the body of a closure does with what it captured.
class Captured {
 public:
  void walk(const clang::Stmt* statement) {
    if (!statement) return;
    around_.push_back(statement);
    if (const auto* name = llvm::dyn_cast<clang::DeclRefExpr>(statement)) {
      if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(name->getDecl()); variable && writes())
        variables.insert(variable->getCanonicalDecl());
    } else if (llvm::isa<clang::CXXThisExpr>(statement)) {
      this_used(writes());
    }
    if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(statement)) {
      walk(lambda->getBody());
    } else {
      for (const clang::Stmt* child : statement->children()) walk(child);
    }
    around_.pop_back();
  }

  std::set<const clang::VarDecl*> variables;       ///< Those that it may change.
  std::map<const clang::FieldDecl*, bool> fields;  ///< Of `this`: whether it may change it.
  bool whole = false;                              ///< It uses `*this` as a whole,
  bool writes_whole = false;                       ///< and may change it.

 private:
  // The member of `this` that is named, if it is one.
  void this_used(bool writes) {
    for (std::size_t i = around_.size() - 1; i-- > 0;) {
      const auto* expression = llvm::dyn_cast<clang::Expr>(around_[i]);
      if (expression && llvm::isa<clang::ImplicitCastExpr, clang::ParenExpr>(expression)) continue;
      const auto* member = llvm::dyn_cast<clang::MemberExpr>(around_[i]);
      if (const auto* field = member ? llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl()) : nullptr) {
        fields[field] |= writes;
        return;
      }
      break;
    }
    whole = true;
    writes_whole |= writes;
  }

  // Whether what was walked to last is changed, or may be.
  bool writes() const {
    for (std::size_t i = around_.size(); i-- > 0;) {
      const auto* expression = llvm::dyn_cast<clang::Expr>(around_[i]);
      if (!expression) return false;
      const bool object = !expression->getType()->isPointerType();
      if (object && expression->getType().isConstQualified() && expression->isGLValue()) return false;
      if (!object && expression->getType()->getPointeeType().isConstQualified()) return false;
      if (i == 0) return true;
      const clang::Stmt* outer = around_[i - 1];
      if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(outer)) {
        if (cast->getCastKind() == clang::CK_LValueToRValue && !cast->getType()->isPointerType())
          return false;
      } else if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(outer)) {
        if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member->getMemberDecl()))
          return !method->isConst() && !only_looks(method);
      } else if (!llvm::isa<clang::ParenExpr, clang::CXXThisExpr>(outer)) {
        return llvm::isa<clang::Expr, clang::DeclStmt>(outer);
      }
    }
    return true;
  }

  // Positions are asked for in order to read.
  static bool only_looks(const clang::CXXMethodDecl* method) {
    if (!method->getIdentifier() || !method->isInStdNamespace()) return false;
    const llvm::StringRef name = method->getName();
    return name == "begin" || name == "end" || name == "find" || name == "get";
  }

  std::vector<const clang::Stmt*> around_;
};

}  // namespace

// A closure gives what it captured by reference.
void Lowering::give_closure(std::vector<Given>& given, const clang::CXXRecordDecl* closure, Register object) {
  Captured captured;
  const clang::CXXMethodDecl* body = body_of(closure);
  if (body) captured.walk(body->getBody());
  llvm::DenseMap<const clang::ValueDecl*, clang::FieldDecl*> members;
  clang::FieldDecl* this_member = nullptr;
  closure->getCaptureFields(members, this_member);
  for (const auto& [variable, member] : members) {
    const auto* local = llvm::dyn_cast<clang::VarDecl>(variable);
    if (!local || !types_.lends(member->getType())) continue;
    const bool reference = member->getType()->isReferenceType();
    const bool writes = (!body || captured.variables.contains(local->getCanonicalDecl())) &&
                        !variable->getType().isConstQualified();
    given.push_back({load(field(object, member), Shape::Pointer, !reference), writes, false});
  }
  if (!this_member || !this_member->getType()->isPointerType()) return;
  const Register self = load(field(object, this_member), Shape::Pointer);
  if (captured.whole || !body) given.push_back({self, captured.writes_whole || !body, false});
  for (const auto& [member, writes] : captured.fields) given.push_back({field(self, member), writes, false});
}

void Lowering::give(std::vector<Given>& given, const clang::Expr* argument, clang::QualType type) {
  using namespace clang;
  const QualType plain = type.getNonReferenceType();
  const auto* record = plain->getAsCXXRecordDecl();
  if (record && record->isLambda()) return give_closure(given, record, eval(argument));
  const TypeKind kind = types_.kind(plain);
  if (type->isReferenceType()) given.push_back({eval(argument), !plain.isConstQualified(), false});
  switch (kind) {
    case TypeKind::Pointer:
      if (!plain->isPointerType() || plain->isFunctionPointerType()) break;
      given.push_back({value(argument), !plain->getPointeeType().isConstQualified(), false});
      break;
    case TypeKind::View: {
      const QualType inside = types_.element(plain);
      const bool text = record && record->getName() == "basic_string_view";
      given.push_back({value(argument), !text && !inside.isNull() && !inside.isConstQualified(), false});
      break;
    }
    case TypeKind::Iterator:
      given.push_back({value(argument), false, true});
      break;
    case TypeKind::Record:
      // What its members refer to.
      if (types_.lends(plain) && !is_pair(record))
        given.push_back({load(eval(argument), Shape::None, true), false, false});
      break;
    default:
      break;
  }
}

void Lowering::apart(const clang::FunctionDecl* callee, Register object,
                     const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  if (types_.library(callee->getLocation())) return;
  std::vector<Given> given;
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  const bool closure = method && method->getParent()->isLambda();
  if (closure && object != kNoRegister) {
    give_closure(given, method->getParent(), object);
  } else if (method && method->isInstance() && object != kNoRegister && !isa<CXXConstructorDecl>(method)) {
    given.push_back({object, !method->isConst(), false});
    const QualType type = context_.getRecordType(method->getParent());
    if (types_.lends(type)) given.push_back({load(object, Shape::None, true), false, false});
  }
  const std::size_t own = given.size();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (isa<CXXDefaultArgExpr>(arguments[i])) continue;
    // A closure that is given itself, to call itself.
    if (closure && arguments[i]->getType()->getAsCXXRecordDecl() == method->getParent()) continue;
    const std::size_t before = given.size();
    give(given, arguments[i],
         i < callee->getNumParams() ? callee->getParamDecl(static_cast<unsigned>(i))->getType()
                                    : arguments[i]->getType());
    for (std::size_t mine = before; mine < given.size(); ++mine) {
      for (std::size_t other = 0; other < before; ++other) {
        if (!given[mine].writes && !given[other].writes) continue;
        if (given[mine].position && given[other].position) continue;
        emit({.op = Op::Apart,
              .a = given[other].places,
              .b = given[mine].places,
              .flag = other < own,
              .word = word(callee)});
      }
    }
  }
}

// An algorithm that is given an inserter makes the container grow.
void Lowering::grow_inserted(const std::vector<const clang::Expr*>& arguments, const char* name) {
  using namespace clang;
  for (const Expr* argument : arguments) {
    const auto* record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        argument->getType().getNonReferenceType()->getAsCXXRecordDecl());
    if (!record || !record->isInStdNamespace() || !record->getName().ends_with("insert_iterator")) continue;
    const auto* into = record->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
    const bool moves = into && (into->getName() == "vector" || into->getName() == "basic_string");
    if (moves)
      emit({.op = Op::Invalidate,
            .a = content(value(argument)),
            .cause = Cause::Elements,
            .flag = true,
            .word = name});
  }
}

void Lowering::note_call(const clang::Expr* expression, const clang::FunctionDecl* callee, Called::How how) {
  called_.push_back({callee, expression ? expression->getExprLoc() : clang::SourceLocation(), how});
}

// A function object is made of `callable`.
void Lowering::note_kept(const clang::Expr* callable) {
  using namespace clang;
  const QualType type = callable->getType().getNonReferenceType();
  const auto* record = type->getAsCXXRecordDecl();
  const FunctionDecl* body = nullptr;
  if (record && record->isLambda()) {
    body = body_of(record);
  } else if (record && record->hasDefinition() && types_.kind(type) == TypeKind::Record) {
    for (const CXXMethodDecl* method : record->getDefinition()->methods()) {
      if (method->getOverloadedOperator() == OO_Call) body = method;
    }
  } else {
    const Expr* named = bare(callable)->IgnoreParenImpCasts();
    if (const auto* address = dyn_cast<UnaryOperator>(named)) named = bare(address->getSubExpr());
    if (const auto* name = dyn_cast<DeclRefExpr>(named)) body = dyn_cast<FunctionDecl>(name->getDecl());
  }
  if (body) note_call(callable, body, Called::How::Kept);
}

// What the library's own types are trusted with: to be asked for values. What changes an owner, or gives a
// part of it, has to be in a table.
void Lowering::note_unmodelled(const clang::Expr* expression, const clang::FunctionDecl* callee) {
  using namespace clang;
  if (!expression) return;
  const auto owner = [&](QualType type) {
    switch (types_.kind(type)) {
      case TypeKind::Container:
      case TypeKind::Inline:
      case TypeKind::Unique:
      case TypeKind::Shared:
      case TypeKind::Optional:
      case TypeKind::View:
      case TypeKind::Iterator:
        return true;
      default:
        return false;
    }
  };
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  const bool member = method && method->isInstance() && !isa<CXXConstructorDecl>(method);
  const bool changes = member && !method->isConst() && owner(context_.getRecordType(method->getParent()));
  const QualType returned = callee->getReturnType();
  // An adaptor is what it is made of.
  if (!changes && !expression->isGLValue() && types_.kind(returned) == TypeKind::Bag) return;
  bool told = changes || (types_.refers(returned) && !expression->isGLValue());
  for (const ParmVarDecl* parameter : callee->parameters()) {
    const QualType type = parameter->getType();
    const QualType target = type.getNonReferenceType();
    told |= type->isLValueReferenceType() && !target.isConstQualified() && owner(target);
    told |=
        type->isPointerType() && !type->getPointeeType().isConstQualified() && !type->isFunctionPointerType();
  }
  if (told) note_call(expression, callee, Called::How::Library);
}

}  // namespace hull::safety
