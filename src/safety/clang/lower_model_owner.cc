// What models say of owners, optionals, and memory that is managed by hand.
#include <algorithm>

#include "safety/clang/lower_model.h"

namespace hull::safety {

using namespace clang;

void ModelCall::value_of(const Verb& verb) {
  if (of_kind(verb.argument) == TypeKind::Optional) {
    answer_ = in_.part(operand(verb.argument), Step::Field);
  } else {
    answer_ = in_.load(operand(verb.argument), Shape::Pointer);
    const TypeKind what = of_kind(verb.argument);
    if ((what == TypeKind::Unique || what == TypeKind::Shared) &&
        deleter(operand_type(verb.argument).getNonReferenceType()) != kAnyAllocation) {
      in_.emit({.op = Op::Adopt,
                .a = answer_,
                .b = operand(verb.argument),
                .flag = what == TypeKind::Unique,
                .deep = true,
                .word = "get"});
    }
  }
}

void ModelCall::reset(const Verb& verb) {
  const Expr* given = argument(verb.argument);
  const bool nothing = !given || isa<CXXDefaultArgExpr>(given) || given->getType()->isNullPtrType();
  const Register fresh_value = nothing ? in_.constant(0) : in_.value(given);
  if (!nothing) {
    in_.emit({.op = Op::Adopt,
              .a = fresh_value,
              .flag = kind_ == TypeKind::Shared,
              .number = arguments_.size() > 1 ? std::int64_t{kAnyAllocation} : deleter(object_type_),
              .word = name_});
  }
  const Register held = in_.load(object_, Shape::Pointer);
  if (kind_ == TypeKind::Unique) {
    in_.free_owned(object_type_.getNonReferenceType(), held, name_, 1);
  } else {
    in_.emit({.op = Op::Unshare, .a = held, .cause = Cause::Owner, .number = kOwner, .word = name_});
  }
  in_.store(object_, fresh_value);
}

void ModelCall::release() {
  const Register held = in_.load(object_, Shape::Pointer);
  in_.emit({.op = Op::Disown, .a = held, .number = deleter(object_type_), .word = name_});
  in_.store(object_, in_.constant(0));
  answer_ = held;
}

void ModelCall::make_owned(const Verb& verb) {
  const PlaceId place = in_.facts_->places.base(Base::Heap, expression_);
  const bool shared = verb.op == Verb::Op::MakeShared;
  in_.begin(place, false);
  const Register made = in_.address(place);
  in_.emit({.op = Op::Adopt, .a = made, .flag = shared, .number = kNew, .word = name_});
  if (const QualType inside = in_.types_.element(expression_->getType());
      arguments_.size() == 1 && !inside.isNull() && inside->isIncompleteArrayType()) {
    in_.emit({.op = Op::SetSize, .a = made, .b = operand_value(0)});
    answer_ = in_.content(made);
    in_.block_->facts.back().flag = true;
    return;
  }
  in_.construct_made(in_.types_.element(expression_->getType()), made, arguments_);
  answer_ = made;
}

void ModelCall::swap(const Verb& verb) {
  const Register a = operand(verb.other >= 0 ? verb.argument : -1),
                 b = operand(verb.other >= 0 ? verb.other : verb.argument);
  const QualType swapped = operand_type(verb.other >= 0 ? verb.argument : -1).getNonReferenceType();
  const TypeKind what = in_.types_.kind(swapped);
  if (what == TypeKind::Container) {
    const PlaceId between = in_.facts_->places.base(Base::Temporary, expression_);
    const Register middle = in_.address(between);
    in_.emit({.op = Op::Transfer, .a = a, .b = middle});
    in_.emit({.op = Op::Transfer, .a = b, .b = a});
    in_.emit({.op = Op::Transfer, .a = middle, .b = b});
  } else if (in_.types_.handle(what)) {
    const Register was_a = in_.load(a, in_.types_.shape(swapped)),
                   was_b = in_.load(b, in_.types_.shape(swapped));
    in_.store(a, was_b);
    in_.store(b, was_a);
  } else {
    in_.emit({.op = Op::Escape, .a = a});
    in_.emit({.op = Op::Escape, .a = b});
  }
  in_.emit({.op = Op::Renew, .a = a});
  in_.emit({.op = Op::Renew, .a = b});
}

void ModelCall::exchange(const Verb& verb) {
  const QualType held = operand_type(verb.argument).getNonReferenceType();
  const Register where = operand(verb.argument);
  if (in_.types_.handle(held)) {
    const Register old = in_.load(where, in_.types_.shape(held));
    const QualType other = operand_type(verb.other);
    Register given = argument(verb.other) && other->isNullPtrType() ? in_.constant(0)
                     : other->isRecordType() && !in_.types_.handle(other)
                         ? in_.load(operand(verb.other), Shape::None, true)
                         : operand_value(verb.other);
    if (in_.types_.kind(held) == TypeKind::Function && in_.types_.kind(other) == TypeKind::Record)
      given = in_.computed(Op::Hold, given);
    if (in_.types_.ends(held) && argument(verb.other) && argument(verb.other)->getType()->isRecordType()) {
      in_.store(operand(verb.other), in_.constant(0));
    }
    in_.store(where, given);
    in_.emit({.op = Op::Renew, .a = where});
    answer_ = old;
    return;
  }
  const PlaceId place = in_.destination(expression_);
  in_.begin(place, false);
  in_.copy(held, in_.address(place), where, true, false);
  in_.emit({.op = Op::Renew, .a = where});
  built_ = in_.address(place);
}

void ModelCall::borrow(const Verb& verb) {
  const QualType from = operand_type(verb.argument);
  const Register where = operand(verb.argument);
  if (in_.is_variant(from)) {
    // An exception says so, if somebody listens.
    if (!in_.tries_) in_.use(in_.holds_alternative(from, where, expression_), Handle::Optional, name_);
  } else if (from->isPointerType() && in_.is_variant(from->getPointeeType())) {
    const Register variant = operand_value(verb.argument);
    answer_ = in_.fresh();
    in_.emit({.op = Op::MaybeNull,
              .to = answer_,
              .a = variant,
              .b = in_.holds_alternative(from->getPointeeType(), variant, expression_)});
    return;
  }
  // std::get of a pair.
  const auto* pair = from.getNonReferenceType()->getAsCXXRecordDecl();
  const auto* get = dyn_cast_or_null<CallExpr>(expression_);
  const auto* chosen =
      get && get->getDirectCallee() ? get->getDirectCallee()->getTemplateSpecializationArgs() : nullptr;
  if (is_pair(pair) && pair->hasDefinition() && expression_->isGLValue() && chosen && chosen->size() > 0 &&
      chosen->get(0).getKind() == TemplateArgument::Integral) {
    const bool second = !chosen->get(0).getAsIntegral().isZero();
    const FieldDecl* member = *std::next(pair->getDefinition()->field_begin(), second);
    answer_ = in_.field(where, member);
    if (member->getType()->isReferenceType()) answer_ = in_.load(answer_, Shape::Pointer);
    return;
  }
  answer_ = expression_->isGLValue()                           ? where
            : from->isRecordType() && !in_.types_.handle(from) ? in_.load(where, Shape::None, true)
                                                               : operand_value(verb.argument);
}

void ModelCall::borrow_all() {
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    const int index = static_cast<int>(i);
    const QualType from = operand_type(index);
    Register one = operand(index);
    if (!expression_->isGLValue()) {
      if (from->isRecordType())
        one = in_.types_.handle(from) ? operand_value(index)
                                      : in_.computed(Op::Both, one, in_.load(one, Shape::None, true));
      else if (!arguments_[i]->isGLValue())
        continue;
    } else if (!arguments_[i]->isGLValue()) {
      continue;
    }
    answer_ = answer_ == kNoRegister ? one : in_.computed(Op::Both, answer_, one);
  }
}

void ModelCall::keep() {
  const PlaceId place = in_.destination(expression_);
  in_.begin(place, false);
  const Register made = in_.address(place);
  const auto* record = expression_->getType()->getAsCXXRecordDecl();
  if (in_.types_.kind(expression_->getType()) == TypeKind::Record && record) {
    auto field = record->field_begin();
    for (const Expr* given : arguments_) {
      if (field == record->field_end()) break;
      const Register member = in_.field(made, *field);
      if (given->getType()->isRecordType() && !in_.types_.handle(given->getType())) {
        in_.copy(given->getType(), member, in_.eval(given), given->isXValue(), false);
        if (given->isXValue()) in_.moved(in_.eval(given), given, "move");
      } else {
        in_.store(member, given->isGLValue() && !given->getType()->isRecordType()
                              ? in_.load(in_.eval(given), in_.types_.shape(given->getType()))
                              : in_.value(given));
      }
      ++field;
    }
  } else {
    for (const Expr* given : arguments_) {
      if (const Register held = in_.kept_of(expression_->getType(), given); held != kNoRegister)
        in_.emit({.op = Op::Put, .a = made, .b = held});
      if (given->isXValue() && in_.types_.moves(given->getType())) in_.moved(in_.eval(given), given, "move");
    }
  }
  built_ = made;
}

void ModelCall::engage() {
  if (object_ != kNoRegister) {
    in_.emit({.op = Op::Invalidate,
              .a = in_.part(object_, Step::Field),
              .cause = Cause::Elements,
              .flag = true,
              .word = name_});
    in_.store(object_, in_.constant(1));
  } else {
    answer_ = in_.constant(1);
  }
}

void ModelCall::value_or(const Verb& verb) {
  const QualType held = in_.types_.element(object_type_);
  const Register inside = in_.part(object_, Step::Field);
  if (!held.isNull() && (in_.types_.handle(held) || !held->isRecordType())) {
    answer_ = in_.computed(Op::Both, in_.load(inside, in_.types_.shape(held)), operand_value(verb.argument));
  } else {
    answer_ = in_.unknown(Shape::None);
  }
}

void ModelCall::allocate(const Verb& verb) {
  const PlaceId place = in_.facts_->places.base(Base::Heap, expression_);
  answer_ = in_.fresh();
  in_.emit({.op = Op::Allocate,
            .to = answer_,
            .place = place,
            .number = verb.op == Verb::Op::Open ? kFile : kMalloc,
            .word = name_});
  if (name_ == std::string_view("malloc") && arguments_.size() == 1)
    in_.emit({.op = Op::SetSize, .a = answer_, .b = operand_value(0)});
}

void ModelCall::reallocate_memory(const Verb& verb) {
  const PlaceId place = in_.facts_->places.base(Base::Heap, expression_);
  const Register moved_to = in_.fresh();
  in_.emit({.op = Op::Reallocate,
            .to = moved_to,
            .a = operand_value(verb.argument),
            .place = place,
            .cause = Cause::Delete,
            .number = kMalloc,
            .word = name_});
  answer_ = moved_to;
}

void ModelCall::free_memory(const Verb& verb) {
  const Register gone = operand_value(verb.argument);
  in_.emit({.op = Op::Free,
            .a = gone,
            .cause = Cause::Delete,
            .number = verb.op == Verb::Op::Close ? kFile : kMalloc,
            .word = name_});
}

void ModelCall::write(const Verb& verb) {
  const Register to = operand_value(verb.argument);
  // Pointers may be copied byte by byte.
  if (argument(1) && argument(1)->getType()->isPointerType())
    in_.emit({.op = Op::Escape, .a = operand_value(1), .flag = true, .deep = true});
  in_.emit({.op = Op::Renew, .a = to});
  const Expr* target = argument(verb.argument) ? in_.pointed(argument(verb.argument)) : nullptr;
  const QualType whole = target ? target->getType()->getPointeeType() : QualType();
  if (whole.isNull() || in_.types_.kind(whole) != TypeKind::Record) {
    in_.store(to, in_.unknown(Shape::None));
    return;
  }
  // What its members held is gone.
  in_.emit({.op = Op::Escape, .a = to});
  Expr::EvalResult value;
  const bool zeros = std::string_view(name_) == "memset" && argument(1) && !argument(1)->isValueDependent() &&
                     argument(1)->EvaluateAsInt(value, in_.context_) && value.Val.getInt().isZero();
  if (zeros) in_.fill_zeros(whole, to, 0);
}

void ModelCall::fresh(const Verb& verb) {
  const Register found = in_.fresh();
  in_.emit({.op = Op::MaybeNull,
            .to = found,
            .a = in_.computed(Op::Element, operand_value(verb.argument)),
            .flag = true});
  answer_ = found;
}

}  // namespace hull::safety
