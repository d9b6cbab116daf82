// What models say of containers and positions.
#include <algorithm>

#include "safety/clang/lower_model.h"

namespace hull::safety {

using namespace clang;

namespace {

// Whether the position of a range-for is asked for its element or moved on.
bool loop_position(const Expr* expression) {
  const auto* call = dyn_cast_or_null<CXXOperatorCallExpr>(expression);
  const auto* object = call && call->getNumArgs() > 0
                           ? dyn_cast<DeclRefExpr>(bare(call->getArg(0))->IgnoreImpCasts())
                           : nullptr;
  return object && object->getDecl()->isImplicit();
}

// Of `c.begin()`, perhaps converted to another iterator, `c`.
const Expr* begins(const Expr* expression) {
  const Expr* inner = bare(expression);
  while (true) {
    if (const auto* temporary = dyn_cast<MaterializeTemporaryExpr>(inner)) {
      inner = bare(temporary->getSubExpr());
    } else if (const auto* cast = dyn_cast<ImplicitCastExpr>(inner)) {
      inner = bare(cast->getSubExpr());
    } else if (const auto* made = dyn_cast<CXXConstructExpr>(inner); made && made->getNumArgs() == 1) {
      inner = bare(made->getArg(0));
    } else {
      break;
    }
  }
  const auto* call = dyn_cast<CXXMemberCallExpr>(inner);
  const CXXMethodDecl* method = call ? call->getMethodDecl() : nullptr;
  const bool first =
      method && method->getIdentifier() && (method->getName() == "begin" || method->getName() == "cbegin");
  return first ? call->getImplicitObjectArgument() : nullptr;
}

// Of `*c.begin()`, `c`.
const Expr* first_of(const Expr* expression) {
  const auto* call = dyn_cast_or_null<CXXOperatorCallExpr>(expression);
  const bool dereference =
      call && call->getNumArgs() == 1 && (call->getOperator() == OO_Star || call->getOperator() == OO_Arrow);
  return dereference ? begins(call->getArg(0)) : nullptr;
}

// The member whose method is called.
const FieldDecl* called_on(const Expr* expression) {
  const auto* call = dyn_cast_or_null<CXXMemberCallExpr>(expression);
  const Expr* object = call ? call->getImplicitObjectArgument() : nullptr;
  const auto* member = object ? dyn_cast<MemberExpr>(bare(object)->IgnoreImpCasts()) : nullptr;
  return member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
}

// The position of a reverse iterator is kept as that of its base.
bool runs_backward(QualType type) {
  const auto* record = type.isNull() ? nullptr : type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && record->getName() == "reverse_iterator";
}

// Whether an object of the kind that is made without a value refers to nothing.
bool held_empty(TypeKind kind) {
  return kind == TypeKind::Pointer || kind == TypeKind::Unique || kind == TypeKind::Shared ||
         kind == TypeKind::Function;
}

}  // namespace

void ModelCall::element_at(const Verb& verb) {
  answer_ =
      element(operand(verb.argument), 0, argument(verb.other) ? in_.key(argument(verb.other)) : kNoRegister);
  // The elements of a map are pairs, of which it gives the second.
  const QualType inside = in_.types_.element(operand_type(verb.argument));
  const auto* pair = inside.isNull() ? nullptr : inside->getAsCXXRecordDecl();
  if (is_pair(pair) && pair->hasDefinition() && expression_->isGLValue() &&
      !in_.context_.hasSameUnqualifiedType(expression_->getType(), inside)) {
    answer_ = in_.field(answer_, *std::next(pair->getDefinition()->field_begin()));
  }
}

void ModelCall::put_key(const Verb& verb) {
  const QualType inside = in_.types_.element(object_type_);
  const auto* pair = inside.isNull() ? nullptr : inside->getAsCXXRecordDecl();
  if (!argument(verb.argument) || !pair || !is_pair(pair) || !pair->hasDefinition()) return;
  const FieldDecl* first = *pair->getDefinition()->field_begin();
  in_.emplace(in_.field(in_.content(object_), first), first->getType(), expression_,
              {argument(verb.argument)});
}

void ModelCall::emplace(const Verb& verb) {
  std::vector<const Expr*> made_of;
  for (std::size_t i = static_cast<std::size_t>(std::max(0, verb.argument)); i < arguments_.size(); ++i) {
    if (!isa<CXXDefaultArgExpr>(arguments_[i])) made_of.push_back(arguments_[i]);
  }
  in_.emplace(kind_ == TypeKind::Optional ? in_.part(object_, Step::Field) : in_.content(object_),
              in_.types_.element(object_type_), expression_, made_of);
}

void ModelCall::erase_end(const Verb& verb) {
  in_.emit({.op = Op::EraseAt,
            .a = operand(verb.argument),
            .b = element(operand(verb.argument), verb.op == Verb::Op::EraseFront ? 1 : 2, kNoRegister),
            .cause = Cause::Elements,
            .word = name_});
}

void ModelCall::deref(const Verb& verb) {
  const TypeKind what = of_kind(verb.argument);
  if (what == TypeKind::Optional) {
    in_.use(in_.load(operand(verb.argument), Shape::Bool), Handle::Optional);
    answer_ = in_.part(operand(verb.argument), Step::Field);
    return;
  }
  if (const Expr* whole = in_.strict_ ? nullptr : first_of(expression_)) {
    const Register container = in_.eval(whole);
    answer_ = element(container, 1, kNoRegister);
    return;
  }
  const Register held = in_.load(operand(verb.argument), Shape::Pointer);
  if (what == TypeKind::Unique && name_ && std::string_view(name_).ends_with("*"))
    in_.emit(
        {.op = Op::Adopt, .a = held, .b = operand(verb.argument), .flag = true, .deep = true, .word = name_});
  in_.use(held,
          loop_position(expression_)   ? Handle::Loop
          : what == TypeKind::Iterator ? Handle::Iterator
          : what == TypeKind::View     ? Handle::View
                                       : Handle::Smart,
          nullptr, what == TypeKind::View);
  // Behind a view is more than one element.
  const bool indexed = what == TypeKind::View && verb.argument < 0;
  const Register at = !indexed                            ? kNoRegister
                      : argument(0)                       ? operand_value(0)
                      : name_ == std::string_view("back") ? in_.unknown(Shape::Unsigned)
                                                          : kNoRegister;
  answer_ = in_.computed(Op::Element,
                         at == kNoRegister ? held : in_.computed(Op::Add, held, at, 1, Shape::Pointer));
}

void ModelCall::view(const Verb& verb) {
  const Register viewed = operand(verb.argument);
  answer_ = in_.content(viewed);
  const auto* owner = operand_type(verb.argument).getNonReferenceType()->getAsCXXRecordDecl();
  if (in_.types_.kind(expression_->getType()) == TypeKind::View) {
    answer_ = in_.computed(Op::ViewOf, answer_, in_.size_of(viewed, operand_type(verb.argument)));
  } else if (owner && owner->getName() != "basic_string") {
    // To the first element.
    in_.block_->facts.back().flag = true;
  }
}

void ModelCall::position(const Verb& verb) {
  const bool method = verb.op == Verb::Op::Find && object_ != kNoRegister;
  const TypeKind what = of_kind(method ? -1 : verb.argument);
  if (verb.op == Verb::Op::Find && what == TypeKind::Iterator && arguments_.size() > 1) {
    answer_ = in_.computed(Op::FindIn, operand_value(0), operand_value(1));
    return;
  }
  if (what == TypeKind::Array) {
    answer_ = in_.content(operand(verb.argument));
    return;
  }
  if (what != TypeKind::Container && what != TypeKind::Inline) {
    answer_ = operand_value(verb.argument);
    return;
  }
  const std::int64_t number = verb.op == Verb::Op::Begin      ? 0
                              : verb.op == Verb::Op::End      ? 1
                              : verb.op == Verb::Op::Position ? 2
                                                              : 3;
  const Register found = in_.fresh();
  const bool erased = name_ == std::string_view("erase") && arguments_.size() == 1 && iterator_argument(0);
  in_.emit({.op = Op::Position,
            .to = found,
            .a = method ? object_ : operand(verb.argument),
            .b = erased                              ? in_.value(argument(0))
                 : method && argument(verb.argument) ? in_.key(argument(verb.argument))
                                                     : kNoRegister,
            .number = erased ? 4 : number});
  answer_ = found;
}

void ModelCall::grow(const Verb& verb) {
  if (const FieldDecl* member = called_on(expression_);
      member && !in_.strict_ && in_.types_.reserved(member)) {
    // Its author has seen to it that there is room.
    in_.emit({.op = Op::Resize, .a = operand(verb.argument), .number = verb.number});
    return;
  }
  in_.emit({.op = Op::Grow,
            .a = operand(verb.argument),
            .step = inner_steps(verb.argument),
            .cause = Cause::Elements,
            .flag = true,
            .number = verb.number,
            .word = name_});
}

void ModelCall::put_all() {
  for (const Expr* given : arguments_) {
    const QualType inside = in_.types_.element(object_type_);
    const TypeKind of = in_.types_.kind(given->getType());
    const auto same = [&](const Expr* other) {
      return in_.context_.hasSameUnqualifiedType(other->getType(), given->getType());
    };
    const bool ends = arguments_.size() > 1 && same(arguments_[arguments_.size() - 2]) &&
                      same(arguments_.back()) && !inside.isNull() &&
                      !in_.context_.hasSameUnqualifiedType(inside, given->getType());
    if ((of == TypeKind::Iterator || (of == TypeKind::Pointer && ends)) && arguments_.size() > 1 &&
        !inside.isNull() && in_.types_.kind(inside) != TypeKind::Iterator) {
      // Where the others go, or the ends of a range whose elements are put.
      if (ends && in_.types_.borrows(inside)) {
        const Register element = in_.computed(Op::Element, in_.value(given));
        in_.emit({.op = Op::Put,
                  .a = in_.content(object_),
                  .b = in_.load(element, in_.types_.shape(inside), inside->isRecordType())});
      }
      continue;
    }
    if (!isa<CXXDefaultArgExpr>(given))
      in_.put(kind_ == TypeKind::Optional ? in_.part(object_, Step::Field) : in_.content(object_), given,
              in_.types_.element(object_type_));
  }
}

void ModelCall::reallocate(const Verb& verb) {
  in_.emit({.op = Op::Invalidate,
            .a = in_.content(operand(verb.argument)),
            .step = inner_steps(verb.argument),
            .cause = Cause::Elements,
            .flag = true,
            .deep = true,
            .word = name_});
}

void ModelCall::invalidate(const Verb& verb) {
  in_.emit({.op = Op::Invalidate,
            .a = in_.content(operand(verb.argument)),
            .cause = Cause::Elements,
            .flag = true,
            .word = name_});
}

void ModelCall::positions(const Verb& verb) {
  in_.emit({.op = Op::Invalidate,
            .a = in_.part(in_.content(operand(verb.argument)), Step::Cursor),
            .cause = Cause::Elements,
            .flag = true,
            .word = name_});
}

void ModelCall::clear(const Verb& verb) {
  const QualType owner = operand_type(verb.argument).getNonReferenceType();
  if (in_.types_.ends(owner)) in_.destroy(owner, operand(verb.argument));
  in_.emit({.op = Op::Invalidate,
            .a = in_.content(operand(verb.argument)),
            .cause = Cause::Elements,
            .word = name_});
  in_.emit({.op = Op::SetSize, .a = operand(verb.argument), .flag = true});
}

void ModelCall::erase(const Verb& verb) {
  const Expr* given = argument(verb.argument);
  if (!given) return;
  const Register gone = begins(given)                      ? element(object_, 1, kNoRegister)
                        : iterator_argument(verb.argument) ? in_.value(given)
                                                           : element(object_, 0, in_.key(given));
  // Where there is nothing there is nothing to erase.
  if (arguments_.size() == 1 && !begins(given) && iterator_argument(verb.argument) &&
      verb.op != Verb::Op::TakeOut)
    in_.use(gone, Handle::Iterator, name_);
  in_.emit({.op = Op::EraseAt,
            .a = object_,
            .b = gone,
            .step = verb.op == Verb::Op::TakeOut ? Step::Cursor : Step::None,
            .cause = Cause::Elements,
            .flag = verb.op == Verb::Op::EraseAfter,
            .deep = arguments_.size() > 1,
            .word = name_});
  if (arguments_.size() > 1) in_.emit({.op = Op::SetSize, .a = object_, .b = in_.unknown(Shape::Unsigned)});
}

void ModelCall::erase_next(const Verb& verb) {
  if (!argument(verb.argument)) return;
  in_.emit({.op = Op::EraseAt,
            .a = object_,
            .b = in_.computed(Op::Add, in_.value(argument(verb.argument)), kNoRegister, 1, Shape::Signed),
            .cause = Cause::Elements,
            .word = name_});
}

void ModelCall::shrink(const Verb& verb) {
  in_.emit({.op = Op::Resize,
            .a = operand(verb.argument),
            .flag = std::string_view(name_).ends_with("_front"),
            .number = verb.number});
}

void ModelCall::size(const Verb& verb) {
  const TypeKind what = of_kind(verb.argument);
  Register size = kNoRegister;
  if (what == TypeKind::Container || what == TypeKind::Inline) {
    size = in_.size_of(operand(verb.argument), operand_type(verb.argument));
  } else if (const auto* array =
                 in_.context_.getAsConstantArrayType(operand_type(verb.argument).getNonReferenceType())) {
    size = in_.constant(static_cast<std::int64_t>(array->getSize().getLimitedValue()));
  } else if (what == TypeKind::View) {
    size = in_.computed(Op::ViewSize, operand_value(verb.argument));
  } else if (what == TypeKind::Optional) {
    size = in_.load(operand(verb.argument), Shape::Bool);
  } else if (what == TypeKind::Unique || what == TypeKind::Shared || what == TypeKind::Function) {
    size = in_.load(operand(verb.argument), Shape::Pointer);
  } else {
    size = in_.unknown(Shape::Unsigned);
  }
  answer_ = verb.op == Verb::Op::Size ? size : in_.computed(Op::Not, size);
}

void ModelCall::matches(const Verb& verb) {
  answer_ = in_.unknown(Shape::Bool);
  const Expr* given = argument(verb.other);
  if (!given) return;
  // What may be empty is found in what is empty.
  const Expr* inner = bare(given)->IgnoreParenImpCasts();
  if (const auto* made = dyn_cast<CXXConstructExpr>(inner); made && made->getNumArgs() > 0)
    inner = bare(made->getArg(0))->IgnoreParenImpCasts();
  const auto* text = dyn_cast<StringLiteral>(inner);
  if (!given->getType()->isIntegerType() && !(text && text->getLength() > 0)) return;
  const Register size = of_kind(verb.argument) == TypeKind::View
                            ? in_.computed(Op::ViewSize, operand_value(verb.argument))
                            : in_.size_of(operand(verb.argument), operand_type(verb.argument));
  const Register there = in_.fresh();
  in_.emit({.op = Op::MaybeNull, .to = there, .a = answer_, .b = size, .deep = true});
  answer_ = there;
}

void ModelCall::vacate_at(const Verb& verb) {
  if (argument(verb.argument))
    in_.emit({.op = Op::Vacate, .a = object_, .b = element(object_, 0, in_.key(argument(verb.argument)))});
}

void ModelCall::size_of(const Verb& verb) {
  if (arguments_.size() == 1 && held_empty(in_.types_.kind(in_.types_.element(object_type_))))
    in_.emit({.op = Op::Vacate, .a = object_, .flag = true});
  in_.emit({.op = Op::SetSize, .a = operand(verb.argument), .b = operand(verb.other)});
}

void ModelCall::non_empty(const Verb& verb) {
  in_.emit({.op = Op::NonEmpty,
            .a = operand(verb.argument),
            .flag = of_kind(verb.argument) == TypeKind::View,
            .word = name_});
}

void ModelCall::index(const Verb& verb) {
  std::int64_t count = 0;
  if (of_kind(-1) == TypeKind::Inline) {
    if (const auto size = in_.types_.extent(object_type_)) {
      in_.emit({.op = Op::SetSize, .a = object_, .deep = true, .number = *size});
      count = *size;
    }
  }
  // A string ends with a character that is not counted.
  in_.emit({.op = Op::Index,
            .a = object_,
            .b = operand(verb.argument),
            .shape = in_.written_index(argument(verb.argument)),
            .flag = of_kind(-1) == TypeKind::Container && type_ && !type_->stable,
            .deep = kind_ == TypeKind::View,
            .number = count,
            .word = name_});
}

void ModelCall::has(const Verb& verb) {
  answer_ = in_.fresh();
  in_.emit({.op = Op::Has,
            .to = answer_,
            .a = object_,
            .b = argument(verb.argument) ? in_.key(argument(verb.argument)) : kNoRegister});
}

void ModelCall::insert_or_remove(const Verb& verb) {
  if (!argument(verb.op == Verb::Op::Insert ? verb.other : verb.other < 0 ? 0 : verb.other)) return;
  if (verb.op == Verb::Op::Insert && is_pair(expression_->getType()->getAsCXXRecordDecl())) {
    // Which key it is does not say which one it was the last time.
    was_there_ = in_.fresh();
    in_.emit({.op = Op::Has, .to = was_there_, .a = object_});
  }
  if (verb.op == Verb::Op::Insert)
    in_.emit({.op = Op::SetSize, .a = object_, .b = in_.unknown(Shape::Unsigned, true)});
  in_.emit({.op = Op::Has,
            .a = object_,
            .b = in_.key(argument(verb.other < 0 ? 0 : verb.other)),
            .flag = true,
            .number = verb.op == Verb::Op::Insert});
}

void ModelCall::advance(const Verb& verb) {
  if (verb.argument >= 0) {
    const Register by =
        argument(1) && !isa<CXXDefaultArgExpr>(argument(1)) ? operand_value(1) : in_.constant(1);
    const bool back = (name_ == std::string_view("prev")) != runs_backward(operand_type(0));
    answer_ = in_.computed(Op::Add, operand_value(0), by, back ? -1 : 1, Shape::Signed);
    return;
  }
  const Register old = in_.load(object_, Shape::Pointer);
  in_.use(old, loop_position(expression_) ? Handle::Loop : Handle::Iterator, name_, true);
  const bool by_argument = verb.number == 2 || verb.number == 3;
  const int forward = runs_backward(object_type_) ? -1 : 1;
  const Register next =
      by_argument
          ? in_.computed(Op::Add, old, operand(0), verb.number == 2 ? forward : -forward, Shape::Signed)
          : in_.computed(Op::Add, old, kNoRegister, forward * verb.number, Shape::Signed);
  in_.store(object_, next);
  answer_ = !by_argument && !arguments_.empty() ? old : object_;
}

}  // namespace hull::safety
