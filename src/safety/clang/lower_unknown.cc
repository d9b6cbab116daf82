// Calls of what nothing is known of, or only what its declaration says.
#include <algorithm>

#include "clang/AST/Attr.h"
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// Whether the method only asks what state its object is in, which may be that it was moved from.
bool asks(const clang::CXXMethodDecl* method) {
  return method && method->isConst() && method->getNumParams() == 0 &&
         method->getReturnType()->isBooleanType();
}

}  // namespace

Register Lowering::result_unknown(const clang::Expr* expression) {
  const clang::QualType type = expression->getType();
  if (!type->isRecordType() || expression->isGLValue()) {
    return unknown(expression->isGLValue() ? Shape::Pointer : types_.shape(type), expression->isGLValue());
  }
  const PlaceId place = destination(expression);
  begin(place, false);
  const Register object = address(place);
  const TypeKind kind = types_.kind(type);
  if (kind == TypeKind::Unique || kind == TypeKind::Shared) {
    const PlaceId made = facts_->places.base(Base::Heap, expression);
    begin(made, false);
    store(object, unknown(Shape::Pointer, false, made));
  }
  return object;
}

Register Lowering::call_elsewhere(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                  Register object, const std::vector<const clang::Expr*>& arguments) {
  const Register told = call_summary(expression, callee, nullptr, object, arguments);
  Register guessed = kNoRegister;
  otherwise([&] { guessed = call_unknown(expression, callee, object, arguments); });
  return guessed == kNoRegister ? told : computed(Op::Either, told, guessed);
}

Register Lowering::call_unknown(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                Register object, const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  const auto* method = dyn_cast_or_null<CXXMethodDecl>(callee);
  const bool library = callee && types_.library(callee->getLocation());
  const bool others_change = strict_ && !library && !isa_and_nonnull<CXXConstructorDecl>(callee);
  Register borrowed = kNoRegister, asked_of = kNoRegister;
  const auto borrow = [&](Register from) {
    if (from != kNoRegister) borrowed = borrowed == kNoRegister ? from : computed(Op::Both, borrowed, from);
  };
  // Without a body in sight: what is returned is taken to be a part of what it can be a part of. The library
  // returns nothing else; an adaptor of its keeps what it is made of.
  const bool refers = expression && !isa<CXXConstructExpr>(expression) &&
                      (expression->isGLValue() || expression->getType()->isPointerType() ||
                       (expression->getType()->isRecordType() && types_.handle(expression->getType())));
  const QualType returned = callee ? callee->getReturnType() : QualType();
  const TypeKind returned_kind = refers ? types_.kind(expression->getType()) : TypeKind::Other;
  const bool adaptor = library && refers && !expression->isGLValue() && returned_kind == TypeKind::Bag;
  if (object != kNoRegister) {
    if (method && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())) {
      emit({.op = Op::Renew, .a = object});
    } else if (callee && !isa<CXXConstructorDecl>(callee) && !asks(method)) {
      read(object, true, word(callee));
    }
    emit({.op = Op::Escape,
          .a = object,
          .cause = others_change && !(method && method->isConst()) ? Cause::Call : Cause::None,
          .flag = method && method->isConst(),
          .word = callee ? word(callee) : nullptr});
    const QualType whole = method ? context_.getRecordType(method->getParent()) : QualType();
    if (library && !isa<CXXConstructorDecl>(method) && types_.borrows(whole) && !types_.handle(whole))
      use(load(object, Shape::None, true), Handle::View, word(callee), true);
    if (method && !isa<CXXConstructorDecl>(method)) {
      const QualType owner = context_.getRecordType(method->getParent());
      // An allocator or a comparator has nothing to lend.
      const auto overriders = types_.overriders().find(method->getCanonicalDecl());
      const bool lent_by_all =
          overriders != types_.overriders().end() &&
          std::all_of(overriders->second.begin(), overriders->second.end(), [&](const CXXMethodDecl* one) {
            return types_.lends(context_.getRecordType(one->getParent()), one->getReturnType());
          });
      const bool lent = types_.lends(owner, returned) || lent_by_all ||
                        (library && types_.kind(owner) == TypeKind::Opaque &&
                         types_.may_hide(owner, returned) && returned_kind != TypeKind::Bag);
      if ((method->getTypeSourceInfo() && bound_to_this(method)) || (refers && lent)) borrow(object);
    }
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Expr* argument = arguments[i];
    if (isa<CXXDefaultArgExpr>(argument)) continue;
    const Register given = eval(argument);
    const QualType type = argument->getType();
    const ParmVarDecl* parameter =
        callee && i < callee->getNumParams() ? callee->getParamDecl(static_cast<unsigned>(i)) : nullptr;
    if (argument->isGLValue() && !names_local(argument)) use(given);
    read_given(given, argument, callee, i);
    const TypeKind kind = types_.kind(type);
    if (kind == TypeKind::View || kind == TypeKind::Iterator || (kind == TypeKind::Bag && library))
      use(value(argument), kind == TypeKind::Iterator ? Handle::Iterator : Handle::View, nullptr, true);
    if (kind == TypeKind::Pointer && !argument->isGLValue()) use(given, Handle::Raw, nullptr, true);
    if (parameter && parameter->hasAttr<LifetimeBoundAttr>()) {
      borrow(parameter->getType()->isReferenceType() || !type->isRecordType() ? given : value(argument));
    }
    if (adaptor) borrow(kept_of(expression->getType(), argument));
    // What is streamed into is returned.
    if (strict_ && library && refers && returned->isLValueReferenceType() && parameter &&
        argument->isGLValue() && context_.hasSameType(returned, parameter->getType()))
      borrow(given);
    if (argument->isGLValue()) {
      QualType target = parameter ? parameter->getType() : type;
      const bool constant =
          (target->isReferenceType() ? target->getPointeeType() : target).isConstQualified();
      const bool no_escape = parameter && parameter->hasAttr<NoEscapeAttr>();
      if (library && constant) {
        // A library function that takes something by const reference keeps nothing of it.
      } else {
        emit({.op = Op::Escape,
              .a = given,
              .cause = others_change && !constant ? Cause::Call : Cause::None,
              .flag = constant || no_escape,
              .number = constant,
              .word = callee ? word(callee) : nullptr});
      }
      const auto* constructor = dyn_cast_or_null<CXXConstructorDecl>(callee);
      const bool authored =
          (method && method->isMoveAssignmentOperator()) || (constructor && constructor->isMoveConstructor());
      // Who returns a reference gives a part of what he got, and takes nothing.
      const bool forwards = library && expression && expression->isGLValue();
      if (argument->isXValue() && target->isRValueReferenceType() && !authored && !forwards)
        moved(given, argument, callee ? word(callee) : "call");
    } else if (type->isPointerType()) {
      const bool constant = type->getPointeeType().isConstQualified();
      if (asked_of == kNoRegister) asked_of = given;
      emit({.op = Op::Escape,
            .a = given,
            .cause = others_change && !constant ? Cause::Call : Cause::None,
            .flag = constant,
            .number = 1,
            .word = callee ? word(callee) : nullptr});
    } else if (type->isRecordType() && types_.borrows(type)) {
      emit({.op = Op::Escape, .a = given, .flag = kind == TypeKind::View, .deep = true});
    }
    if (argument->isPRValue()) given_away(argument);
  }
  emit({.op = Op::Unseen, .flag = library});
  if (expression && borrowed != kNoRegister) return result(expression, borrowed);
  if (!expression) return kNoRegister;
  // A truth value that is made of one is the same, as far as anybody can tell: what an assertion wraps.
  if (callee && !method && callee->getNumParams() == 1 && callee->getReturnType()->isBooleanType() &&
      callee->getParamDecl(0)->getType()->isBooleanType() && arguments.size() == 1)
    return eval(arguments[0]);
  if (isa<CXXConstructExpr>(expression)) return object;
  const Register result = result_unknown(expression);
  Fact& answer = block_->facts.back();
  if (answer.op == Op::Unknown && answer.to == result) {
    answer.number = library ? 0 : 1;
    if (answer.shape == Shape::Bool) answer.a = asked_of;
  }
  return result;
}

// A method of a part of the library that refers to what it was made of: an adaptor, its positions, a proxy.
Register Lowering::call_adaptor(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                Register object, const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  const Register held = load(object, Shape::Pointer);
  use(held, Handle::View, word(callee), true);
  for (const Expr* argument : arguments) eval(argument);
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  if (method && method->getIdentifier() && arguments.empty() &&
      types_.kind(context_.getRecordType(method->getParent())) == TypeKind::View) {
    const QualType answer = method->getReturnType();
    if (method->getName() == "empty" && answer->isBooleanType())
      return computed(Op::Not, computed(Op::ViewSize, held));
    if (method->getName() == "size" && answer->isIntegerType()) return computed(Op::ViewSize, held);
  }
  switch (callee->getOverloadedOperator()) {
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_PlusEqual:
    case OO_MinusEqual:
    case OO_Equal:
      return expression->isGLValue() ? object : result(expression, held);
    default:
      break;
  }
  const QualType type = expression->getType();
  // A list of what it refers to: the fields of a line that is split.
  if (isa<CXXConversionDecl>(callee) && types_.kind(type) == TypeKind::Container && types_.borrows(type))
    return result(expression, held);
  const bool refers =
      expression->isGLValue() || type->isPointerType() || (type->isRecordType() && types_.handle(type));
  if (!refers) return result_unknown(expression);
  // A position refers to the elements of what the range refers to.
  const Register elements = content(held);
  if (callee->getIdentifier() && (callee->getName() == "begin" || callee->getName() == "end"))
    return result(expression, computed(Op::Both, held, part(elements, Step::Cursor)));
  return result(expression, computed(Op::Element, held));
}

// An object that is passed by value is the callee's to destroy, and one that is captured the closure's.
void Lowering::given_away(const clang::Expr* argument) {
  const clang::Expr* inner = maker(argument);
  const auto place = destinations_.find(inner);
  const auto root = root_of_.find(inner);
  if (place == destinations_.end() || root == root_of_.end()) return;
  for (auto& [object, type] : full_expressions_[root->second].objects) {
    if (object == place->second) type = clang::QualType();
  }
}

bool Lowering::bound_to_this(const clang::CXXMethodDecl* method) {
  const clang::TypeSourceInfo* source = method->getTypeSourceInfo();
  clang::TypeLoc location = source->getTypeLoc();
  clang::AttributedTypeLoc attributed;
  while ((attributed = location.getAsAdjusted<clang::AttributedTypeLoc>())) {
    if (attributed.getAttrAs<clang::LifetimeBoundAttr>()) return true;
    location = attributed.getModifiedLoc();
  }
  return false;
}

}  // namespace hull::safety
