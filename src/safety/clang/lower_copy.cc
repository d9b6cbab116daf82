// How objects are copied, moved and converted.
#include "safety/clang/lower.h"

namespace hull::safety {

// A member of one pair is made of that of another.
void Lowering::convert(clang::QualType type, Register to, clang::QualType from_type, Register from) {
  if (type->isReferenceType()) {
    store(to, from_type->isReferenceType() ? load(from, Shape::Pointer) : from);
  } else if (context_.hasSameUnqualifiedType(type, from_type)) {
    copy(type, to, from, false, false);
  } else if (types_.handle(type)) {
    const TypeKind given = types_.kind(from_type);
    if (from_type->isReferenceType()) from = load(from, Shape::Pointer);
    if (types_.kind(type) == TypeKind::View && (given == TypeKind::Container || given == TypeKind::Inline)) {
      store(to, content(from));
    } else {
      store(to, load(from, types_.shape(type), !types_.handle(from_type)));
    }
  }
}

// Copies with the constructor or operator that the author of the class wrote. False when there is none, or
// nothing is known of it.
bool Lowering::copy_by_author(clang::QualType type, Register to, Register from, bool move, bool assign) {
  using namespace clang;
  const auto* record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) return false;
  const CXXMethodDecl* chosen = nullptr;
  const auto choose = [&](const CXXMethodDecl* candidate, bool moves) {
    if (moves ? move : !chosen) chosen = candidate;
  };
  if (assign) {
    for (const CXXMethodDecl* method : record->getDefinition()->methods()) {
      if (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())
        choose(method, method->isMoveAssignmentOperator());
    }
  } else {
    for (const CXXConstructorDecl* constructor : record->getDefinition()->ctors()) {
      if (constructor->isCopyOrMoveConstructor()) choose(constructor, constructor->isMoveConstructor());
    }
  }
  if (!chosen || !chosen->isUserProvided() || chosen->isDeleted()) return false;
  const ParmVarDecl* source = chosen->getNumParams() > 0 ? chosen->getParamDecl(0) : nullptr;
  if (!source || !source->getType()->isReferenceType()) return false;
  const Summary* summary = summaries_.summary(chosen);
  if (!summary) return false;
  auto site = std::make_unique<CallSite>();
  site->summary = summary;
  site->arguments = {to, from};
  emit({.op = Op::Call, .word = word(chosen), .call = site.get()});
  facts_->calls.push_back(std::move(site));
  return true;
}

// Whether a part of an object of `type` is copied with what the author of its class wrote, or counts its
// owners, so that the whole is not copied as it stands.
bool Lowering::copied_by_parts(clang::QualType type, bool move, bool assign, unsigned depth) {
  using namespace clang;
  if (depth > 4 || type.isNull()) return false;
  if (types_.kind(type) == TypeKind::Shared) return !move;
  if (types_.kind(type) != TypeKind::Record) return false;
  const auto* record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->isUnion()) return false;
  record = record->getDefinition();
  const auto by_author = [&](const CXXMethodDecl* candidate, bool copies, bool moves) {
    return (copies || (moves && move)) && candidate->isUserProvided() && !candidate->isDeleted();
  };
  if (assign) {
    for (const CXXMethodDecl* one : record->methods()) {
      if (by_author(one, one->isCopyAssignmentOperator(), one->isMoveAssignmentOperator())) return true;
    }
  } else {
    for (const CXXConstructorDecl* one : record->ctors()) {
      if (by_author(one, one->isCopyConstructor(), one->isMoveConstructor())) return true;
    }
  }
  const auto part = [&](QualType type) { return copied_by_parts(type, move, assign, depth + 1); };
  return llvm::any_of(record->bases(), [&](const CXXBaseSpecifier& base) { return part(base.getType()); }) ||
         llvm::any_of(record->fields(), [&](const FieldDecl* field) { return part(field->getType()); });
}

// Only parts that have a name are copied.
void Lowering::name_fields(clang::QualType type, Register object, unsigned depth) {
  const auto* record = type->getAsCXXRecordDecl();
  if (depth > 2 || !record || !record->hasDefinition() || types_.kind(type) != TypeKind::Record) return;
  constexpr unsigned kMostNumbers = 8;
  unsigned numbers = 0;
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    const clang::QualType member = field->getType();
    if (!field->getDeclName() && !field->isAnonymousStructOrUnion()) continue;
    if (types_.borrows(member)) {
      name_fields(member, this->field(object, field), depth + 1);
    } else if (member->isIntegralOrEnumerationType() && ++numbers <= kMostNumbers) {
      this->field(object, field);
      block_->facts.back().shape = types_.shape(member);
    }
  }
}

void Lowering::copy_parts(const clang::CXXRecordDecl* record, Register to, Register from, bool move,
                          bool assign, unsigned depth) {
  for (const clang::CXXBaseSpecifier& base : record->bases())
    copy_base(base.getType(), to, from, move, assign, depth + 1);
  for (const clang::FieldDecl* field : record->fields()) {
    const clang::QualType member = field->getType();
    const Register target = this->field(to, field), source = this->field(from, field);
    if (member->isReferenceType()) {
      if (!assign) store(target, load(source, Shape::Pointer));
    } else {
      copy(member, target, source, move, assign, depth + 1);
    }
  }
}

// What an object has of a base class. All of the object is at the same place: what its other bases have
// there, and what it has itself, is not copied with this one.
void Lowering::copy_base(clang::QualType type, Register to, Register from, bool move, bool assign,
                         unsigned depth) {
  if (types_.kind(type) != TypeKind::Record) return copy(type, to, from, move, assign, depth);
  const auto* record = type->getAsCXXRecordDecl();
  if (record && record->hasDefinition() && !copy_by_author(type, to, from, move, assign))
    copy_parts(record->getDefinition(), to, from, move, assign, depth);
}

// The object was copied as a whole: what is moved when it is copied leaves the source empty.
void Lowering::move_parts(const clang::CXXRecordDecl* record, Register to, Register from, unsigned depth) {
  if (depth > 3) return;
  for (const clang::CXXBaseSpecifier& base : record->bases()) {
    const clang::QualType type = base.getType();
    if (!types_.moves(type)) continue;
    if (types_.kind(type) == TypeKind::Record) {
      move_parts(type->getAsCXXRecordDecl()->getDefinition(), to, from, depth + 1);
    } else {
      copy(type, to, from, true, false, depth + 1);
    }
  }
  for (const clang::FieldDecl* field : record->fields()) {
    if (types_.moves(field->getType()))
      copy(field->getType(), this->field(to, field), this->field(from, field), true, false, depth + 1);
  }
}

// What `from` holds is held by `to`. With `assign`, what `to` held before is gone first.
void Lowering::copy(clang::QualType type, Register to, Register from, bool move, bool assign,
                    unsigned depth) {
  type = type.getNonReferenceType();
  const TypeKind kind = types_.kind(type);
  const Shape shape = types_.shape(type);
  switch (kind) {
    case TypeKind::Unique: {
      // The new object is taken before the old one is destroyed, which may be where it was.
      const Register held = load(from, shape);
      if (move) emptied(from);
      if (assign) {
        destroy(type, to);
        emit({.op = Op::Renew, .a = to});
      }
      store(to, held);
      break;
    }
    case TypeKind::Shared: {
      const Register held = load(from, shape);
      if (!move) emit({.op = Op::Share, .a = held});
      if (move) emptied(from);
      if (assign) {
        destroy(type, to);
        emit({.op = Op::Renew, .a = to});
      }
      store(to, held);
      break;
    }
    case TypeKind::Container: {
      if (assign) {
        if (types_.ends(types_.element(type))) destroy(type, to);
        emit({.op = Op::Invalidate, .a = content(to), .cause = Cause::Elements, .word = "assignment"});
        emit({.op = Op::Renew, .a = to});
      }
      const TypeModel* model = types_.model(type->getAsCXXRecordDecl());
      // How many elements it has goes along, also when nobody has asked yet.
      const Register count = computed(Op::Size, from);
      const clang::QualType element = types_.element(type);
      if (!move && !element.isNull() && types_.kind(element) == TypeKind::Record &&
          copied_by_parts(element, false, false, depth + 1)) {
        // Each element as its author says.
        emit({.op = Op::SetSize, .a = to, .b = count});
        copy(element, content(to), content(from), false, false, depth + 1);
        break;
      }
      if (move && model && model->stable) {
        emit({.op = Op::Transfer, .a = from, .b = to});
      } else {
        if (move)
          emit(
              {.op = Op::Invalidate, .a = content(from), .cause = Cause::Move, .flag = true, .word = "move"});
        emit({.op = Op::CopyObject, .a = from, .b = to});
      }
      break;
    }
    case TypeKind::Optional: {
      const clang::QualType held = types_.element(type);
      if (assign) emit({.op = Op::Renew, .a = to});
      store(to, load(from, Shape::Bool));
      if (!held.isNull()) copy(held, part(to, Step::Field), part(from, Step::Field), move, assign, depth + 1);
      break;
    }
    case TypeKind::Record: {
      if (copy_by_author(type, to, from, move, assign)) break;
      const auto* record = type->getAsCXXRecordDecl();
      if (depth <= 3 && copied_by_parts(type, move, assign, depth)) {
        copy_parts(record->getDefinition(), to, from, move, assign, depth);
        break;
      }
      if (assign) emit({.op = Op::Renew, .a = to});
      name_fields(type, from, depth);
      emit({.op = Op::CopyObject, .a = from, .b = to});
      if (move && record && record->hasDefinition()) move_parts(record->getDefinition(), to, from, depth);
      break;
    }
    case TypeKind::Array:
    case TypeKind::Inline:
      emit({.op = Op::CopyObject, .a = from, .b = to});
      break;
    default: {
      if (assign) emit({.op = Op::Renew, .a = to});
      store(to, load(from, shape));
      if (is_variant(type)) store(alternative(type, to), load(alternative(type, from), Shape::Unsigned));
      break;
    }
  }
}

}  // namespace hull::safety
