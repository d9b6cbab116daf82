// What is put into containers, and what is left of an object that was moved from.
#include "safety/clang/lower.h"

namespace hull::safety {

// An element in `into` is made in place.
void Lowering::emplace(Register into, clang::QualType type, const clang::Expr* at,
                       const std::vector<const clang::Expr*>& arguments) {
  if (type.isNull()) return;
  if (arguments.size() == 1 && context_.hasSameUnqualifiedType(type, arguments[0]->getType()))
    return put(into, arguments[0], type);
  // Apart from the place of what the call returns.
  const PlaceId made = facts_->places.field(facts_->places.base(Base::Temporary, at), at);
  begin(made, false);
  make(type, address(made), arguments);
  if (!types_.borrows(type)) return;
  if (types_.handle(type)) {
    emit({.op = Op::Put, .a = into, .b = load(address(made), types_.shape(type))});
  } else {
    put_value(into, type, address(made), true);
  }
}

// The elements of `into` hold what the argument is.
void Lowering::put(Register into, const clang::Expr* argument, clang::QualType element) {
  // A string that is made of a view does not refer to what the view does.
  const bool kept = element.isNull() || types_.borrows(element);
  const clang::QualType type = argument->getType();
  const clang::Expr* inner = bare(argument);
  if (types_.kind(type) == TypeKind::View && !element.isNull() && !types_.element(type).isNull() &&
      context_.hasSameUnqualifiedType(types_.element(type), element)) {
    // A list of elements, which are copied.
    const Register elements = load(eval(inner), Shape::Pointer);
    if (kept) put_listed(into, elements, element);
    return;
  }
  if (argument->isGLValue() && !type->isRecordType()) {
    if (kept) put_value(into, type, load(eval(inner), types_.shape(type)), false);
    return;
  }
  const Register given = eval(inner);
  if (kept) put_value(into, type, given, argument->isXValue() || argument->isPRValue());
  if (argument->isXValue()) strings_move(type, given);
  const TypeModel* model = types_.model(type.getNonReferenceType()->getAsCXXRecordDecl());
  if (argument->isXValue() && model && model->kind == TypeKind::Container && model->stable) {
    // The elements of a container that moves in stay where they are.
    emit({.op = Op::Transfer, .a = given, .b = into});
  }
  if (argument->isXValue() && types_.moves(type)) moved(eval(inner), argument, "move");
}

// The elements of a list are copied as their author says.
void Lowering::put_listed(Register into, Register elements, clang::QualType element) {
  if (!element.isNull() && types_.kind(element) == TypeKind::Record) {
    copy(element, into, elements, false, false);
  } else {
    emit({.op = Op::CopyObject, .a = elements, .b = into, .flag = true});
  }
}

// What is kept within an object moves with it: the characters of a short string.
void Lowering::strings_move(clang::QualType type, Register from, unsigned depth) {
  if (depth > 3 || type.isConstQualified() || !types_.moves(type)) return;
  const auto* record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (types_.kind(type) == TypeKind::Container) {
    const TypeModel* model = types_.model(record);
    if (model && !model->stable)
      emit({.op = Op::Invalidate, .a = content(from), .cause = Cause::Move, .flag = true, .word = "move"});
    return;
  }
  if (types_.kind(type) != TypeKind::Record || !record || !record->hasDefinition()) return;
  for (const clang::FieldDecl* member : record->getDefinition()->fields()) {
    if (member->getType()->isRecordType()) strings_move(member->getType(), field(from, member), depth + 1);
  }
}

// What the members of a function object own, the object that it moves into owns.
void Lowering::owned_moves(clang::QualType type, Register from, unsigned depth) {
  const auto* record = type.getNonReferenceType()->getAsCXXRecordDecl();
  if (depth > 3 || type.isConstQualified() || types_.kind(type) != TypeKind::Record || !record ||
      !record->hasDefinition())
    return;
  for (const clang::FieldDecl* member : record->getDefinition()->fields()) {
    const TypeKind kind = types_.kind(member->getType());
    if (kind == TypeKind::Unique || kind == TypeKind::Shared) {
      store(field(from, member), constant(0));
    } else if (kind == TypeKind::Record) {
      owned_moves(member->getType(), field(from, member), depth + 1);
    }
  }
}

void Lowering::put_value(Register into, clang::QualType type, Register value, bool move) {
  type = type.getNonReferenceType();
  if (type->isArrayType()) {
    if (types_.borrows(type)) emit({.op = Op::CopyObject, .a = value, .b = into, .flag = true});
    return;
  }
  if (!type->isRecordType()) {
    emit({.op = Op::Put, .a = into, .b = value});
    return;
  }
  if (types_.handle(type)) {
    const Register held = load(value, types_.shape(type));
    if (types_.kind(type) == TypeKind::Shared) emit({.op = Op::Share, .a = held});
    emit({.op = Op::Put, .a = into, .b = held});
    return;
  }
  if (!types_.borrows(type)) return;
  if (types_.kind(type) == TypeKind::Record) {
    copy(type, into, value, move, false);
  } else {
    emit({.op = Op::CopyObject, .a = value, .b = into, .flag = true});
  }
}

// What owned something, or called it, has given it away.
void Lowering::emptied(Register owner) {
  const Register nothing = constant(0);
  emit({.op = Op::Store, .a = owner, .b = nothing, .deep = true});
}

// The object was moved from, if its type has something to move.
// Whether the expression names an element of a tuple: its elements have no places of their own.
bool Lowering::names_element_of_bag(const clang::Expr* expression) {
  const auto* call = llvm::dyn_cast<clang::CallExpr>(bare(expression)->IgnoreParenImpCasts());
  const clang::FunctionDecl* callee = call ? call->getDirectCallee() : nullptr;
  const FunctionModel* model = callee ? types_.function(callee) : nullptr;
  if (!model || model->verbs.size() != 1 || call->getNumArgs() != 1) return false;
  const clang::Expr* of = call->getArg(0);
  if (model->verbs.front().op == Verb::Op::Same) return names_element_of_bag(of);
  return model->verbs.front().op == Verb::Op::Borrow && types_.kind(of->getType()) == TypeKind::Bag &&
         !is_variant(of->getType());
}

void Lowering::moved(Register object, const clang::Expr* expression, const char* word) {
  if (!types_.moves(expression->getType()) || expression->isPRValue()) return;
  if (names_element_of_bag(expression)) return;
  const clang::Expr* inner = bare(expression);
  // What owned something owns nothing now; a temporary too.
  switch (types_.kind(expression->getType())) {
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak:
    case TypeKind::Function:
      emptied(object);
      break;
    default:
      break;
  }
  if (llvm::isa<clang::MaterializeTemporaryExpr>(inner)) return;
  mark_moved(expression->getType(), object, inner->getExprLoc().getRawEncoding(), word, 0);
}

// An object is moved from member by member, unless its author says otherwise: what is no owner is as it was.
void Lowering::mark_moved(clang::QualType type, Register object, Where where, const char* word,
                          unsigned depth) {
  using namespace clang;
  const auto* record = type.getNonReferenceType()->getAsCXXRecordDecl();
  const bool members = types_.kind(type) == TypeKind::Record && record && record->hasDefinition() &&
                       !record->isUnion() && depth < 3;
  const CXXConstructorDecl* authored = nullptr;
  for (const CXXConstructorDecl* constructor :
       members ? record->getDefinition()->ctors() : CXXRecordDecl::ctor_range({}, {})) {
    if (constructor->isMoveConstructor() && constructor->isUserProvided()) authored = constructor;
  }
  // What its author leaves behind is what the body says.
  if (authored && summaries_.summary(authored)) return;
  if (!members || authored) {
    emit({.op = Op::Move, .a = object, .cause = Cause::Move, .number = depth, .where = where, .word = word});
    return;
  }
  for (const CXXBaseSpecifier& base : record->getDefinition()->bases()) {
    if (types_.moves(base.getType())) mark_moved(base.getType(), object, where, word, depth);
  }
  for (const FieldDecl* member : record->getDefinition()->fields()) {
    if (types_.moves(member->getType()) && !member->getType()->isReferenceType())
      mark_moved(member->getType(), field(object, member), where, word, depth + 1);
  }
}

}  // namespace hull::safety
