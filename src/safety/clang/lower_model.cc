// Calls of what a model describes: each verb becomes facts.
#include "safety/clang/lower_model.h"

#include <algorithm>

namespace hull::safety {

using namespace clang;

Register Lowering::call_model(const Expr* expression, const FunctionModel& model, const TypeModel* type,
                              Register object, QualType object_type,
                              const std::vector<const Expr*>& arguments, const char* name) {
  return ModelCall(*this, expression, model, type, object, object_type, arguments, name).lower();
}

Register ModelCall::lower() {
  use_arguments();
  for (const Verb& verb : in_order()) {
    lower(verb);
    if (built_ != kNoRegister) return built_;
  }
  for (const Expr* given : arguments_) {
    if (given->isXValue() && !model_.verbs.empty() && object_ != kNoRegister && model_.takes)
      in_.moved(in_.eval(given), given, name_);
  }
  if (answer_ == kNoRegister) return in_.result_unknown(expression_);
  const Register given = in_.result(expression_, answer_);
  if (was_there_ != kNoRegister) {
    for (const FieldDecl* member : expression_->getType()->getAsCXXRecordDecl()->getDefinition()->fields()) {
      if (member->getType()->isBooleanType())
        in_.store(in_.field(given, member), in_.computed(Op::Not, was_there_));
    }
  }
  return given;
}

// What is put into a container may be one of its elements: it is copied before they move.
std::vector<Verb> ModelCall::in_order() const {
  std::vector<Verb> verbs = model_.verbs;
  const auto moves = [](const Verb& verb) {
    return verb.op == Verb::Op::Grow || verb.op == Verb::Op::Reallocate;
  };
  const auto puts = [](const Verb& verb) {
    return verb.op == Verb::Op::Put || verb.op == Verb::Op::PutAll || verb.op == Verb::Op::Emplace;
  };
  if (verbs.size() > 1 && moves(verbs[0]) && puts(verbs[1]) && inner_steps(-1) == Step::Field)
    std::swap(verbs[0], verbs[1]);
  return verbs;
}

void ModelCall::use_arguments() {
  const bool renews = std::any_of(model_.verbs.begin(), model_.verbs.end(), [](const Verb& verb) {
    return (verb.op == Verb::Op::Renew || verb.op == Verb::Op::Clear) && verb.argument < 0;
  });
  if (object_ != kNoRegister && model_.reads && !renews) in_.read(object_, true, name_);
  // Whoever is handed memory uses it.
  const auto* calling = dyn_cast<CallExpr>(expression_);
  for (std::size_t i = 0; i < arguments_.size(); ++i) {
    const Expr* given = arguments_[i];
    if (isa<CXXDefaultArgExpr>(given)) continue;
    const Register where = in_.eval(given);
    if (given->isGLValue() && !in_.names_local(given)) in_.use(where, Handle::Reference, nullptr, true);
    in_.read_given(where, given, calling ? calling->getDirectCallee() : nullptr, i);
    const TypeKind given_kind = in_.types_.kind(given->getType());
    if (given_kind == TypeKind::View || given_kind == TypeKind::Iterator || given_kind == TypeKind::Bag ||
        (given_kind == TypeKind::Pointer && !given->isGLValue())) {
      in_.use(in_.value(given), given_kind == TypeKind::Iterator ? Handle::Iterator : Handle::View, name_,
              true);
    }
  }
  if (kind_ == TypeKind::View && object_ != kNoRegister)
    in_.use(in_.load(object_, Shape::Pointer), Handle::View, name_, true);
  if (object_ == kNoRegister) {
    // An algorithm may fill what it is given.
    for (const Expr* given : arguments_) {
      const TypeKind given_kind = in_.types_.kind(given->getType());
      if (given_kind == TypeKind::Iterator || given_kind == TypeKind::Container ||
          given_kind == TypeKind::View)
        in_.emit({.op = Op::Vacate, .a = in_.value(given), .deep = true});
    }
  }
}

void ModelCall::lower(const Verb& verb) {
  switch (verb.op) {
    case Verb::Op::Nothing:
      break;
    case Verb::Op::Same:
      answer_ = expression_->isPRValue() ? operand_value(verb.argument) : operand(verb.argument);
      break;
    case Verb::Op::EraseSome:
      in_.emit({.op = Op::EraseAt, .a = operand(verb.argument), .cause = Cause::Elements, .word = name_});
      break;
    case Verb::Op::Value:
      value_of(verb);
      break;
    case Verb::Op::Element:
      answer_ = in_.content(operand(verb.argument));
      break;
    case Verb::Op::ElementAt:
      element_at(verb);
      break;
    case Verb::Op::PutKey:
      put_key(verb);
      break;
    case Verb::Op::Emplace:
      emplace(verb);
      break;
    case Verb::Op::Front:
      answer_ = element(operand(verb.argument), 1, kNoRegister);
      break;
    case Verb::Op::Back:
      answer_ = element(operand(verb.argument), 2, kNoRegister);
      break;
    case Verb::Op::EraseFront:
    case Verb::Op::EraseBack:
      erase_end(verb);
      break;
    case Verb::Op::Deref:
      deref(verb);
      break;
    case Verb::Op::Past:
      answer_ = in_.computed(Op::Past, operand_value(verb.argument));
      break;
    case Verb::Op::View:
      view(verb);
      break;
    case Verb::Op::Trim:
      trim(verb);
      break;
    case Verb::Op::SubView:
      sub_view();
      break;
    case Verb::Op::Begin:
    case Verb::Op::End:
    case Verb::Op::Position:
    case Verb::Op::Find:
      position(verb);
      break;
    case Verb::Op::FindIn:
      answer_ = in_.computed(Op::FindIn, operand_value(verb.argument), operand_value(verb.other));
      break;
    case Verb::Op::Grow:
      grow(verb);
      break;
    case Verb::Op::Put:
      if (argument(verb.argument))
        in_.put(in_.content(object_), argument(verb.argument), in_.types_.element(object_type_));
      break;
    case Verb::Op::PutAll:
      put_all();
      break;
    case Verb::Op::Reallocate:
      reallocate(verb);
      break;
    case Verb::Op::Invalidate:
      invalidate(verb);
      break;
    case Verb::Op::Positions:
      positions(verb);
      break;
    case Verb::Op::Clear:
      clear(verb);
      break;
    case Verb::Op::Address:
      answer_ = in_.types_.kind(operand_type(verb.argument)) == TypeKind::View ? operand_value(verb.argument)
                                                                               : operand(verb.argument);
      break;
    case Verb::Op::Match:
      match();
      break;
    case Verb::Op::Erase:
    case Verb::Op::TakeOut:
    case Verb::Op::EraseAfter:
      erase(verb);
      break;
    case Verb::Op::EraseNext:
      erase_next(verb);
      break;
    case Verb::Op::Shrink:
      shrink(verb);
      break;
    case Verb::Op::Size:
    case Verb::Op::Empty:
      size(verb);
      break;
    case Verb::Op::Matches:
      matches(verb);
      break;
    case Verb::Op::SetSize:
      in_.emit({.op = Op::SetSize, .a = operand(verb.argument), .b = in_.unknown(Shape::Unsigned)});
      break;
    case Verb::Op::VacateAt:
      vacate_at(verb);
      break;
    case Verb::Op::SizeOf:
      size_of(verb);
      break;
    case Verb::Op::Reserve:
      in_.emit({.op = Op::Reserve, .a = operand(verb.argument), .b = operand(verb.other)});
      break;
    case Verb::Op::NonEmpty:
      non_empty(verb);
      break;
    case Verb::Op::Index:
      index(verb);
      break;
    case Verb::Op::Has:
      has(verb);
      break;
    case Verb::Op::Insert:
    case Verb::Op::Remove:
      insert_or_remove(verb);
      break;
    case Verb::Op::Renew:
      in_.emit({.op = Op::Renew, .a = operand(verb.argument)});
      break;
    case Verb::Op::Reset:
      reset(verb);
      break;
    case Verb::Op::Release:
      release();
      break;
    case Verb::Op::Make:
    case Verb::Op::MakeShared:
      make_owned(verb);
      break;
    case Verb::Op::Swap:
      swap(verb);
      break;
    case Verb::Op::Exchange:
      exchange(verb);
      break;
    case Verb::Op::Borrow:
      borrow(verb);
      break;
    case Verb::Op::Counted:
      counted(verb);
      break;
    case Verb::Op::Scan:
      scan(verb);
      break;
    case Verb::Op::Cast:
      answer_ = in_.fresh();
      in_.emit({.op = Op::MaybeNull, .to = answer_, .a = operand_value(verb.argument)});
      in_.emit({.op = Op::Share, .a = answer_});
      break;
    case Verb::Op::Which:
      answer_ = in_.which_alternative(object_type_, object_);
      break;
    case Verb::Op::Holds:
      answer_ = in_.is_variant(operand_type(verb.argument))
                    ? in_.holds_alternative(operand_type(verb.argument), operand(verb.argument), expression_)
                    : in_.unknown(Shape::Bool);
      break;
    case Verb::Op::EmplaceAlternative:
      in_.emit({.op = Op::Renew, .a = object_});
      in_.emplace_alternative(object_type_, object_, expression_);
      break;
    case Verb::Op::Error:
      in_.use(in_.computed(Op::Not, in_.load(object_, Shape::Bool)), Handle::Optional, name_);
      break;
    case Verb::Op::BorrowAll:
      borrow_all();
      break;
    case Verb::Op::Copy:
      keep();
      break;
    case Verb::Op::Lock:
      answer_ = in_.computed(Op::Lock, in_.load(object_, Shape::Pointer));
      break;
    case Verb::Op::Engage:
      engage();
      break;
    case Verb::Op::Engaged:
      answer_ = in_.load(object_, Shape::Bool);
      break;
    case Verb::Op::Disengage:
      in_.emit({.op = Op::Invalidate,
                .a = in_.part(object_, Step::Field),
                .cause = Cause::Elements,
                .word = name_});
      in_.store(object_, in_.constant(0));
      break;
    case Verb::Op::ValueOr:
      value_or(verb);
      break;
    case Verb::Op::Call:
      call();
      break;
    case Verb::Op::Allocate:
    case Verb::Op::Open:
      allocate(verb);
      break;
    case Verb::Op::Move:
      reallocate_memory(verb);
      break;
    case Verb::Op::Free:
    case Verb::Op::Close:
      free_memory(verb);
      break;
    case Verb::Op::FitsText:
    case Verb::Op::AppendText:
    case Verb::Op::SetText:
      if (argument(verb.argument) && argument(verb.other))
        in_.text(verb.op, argument(verb.argument), argument(verb.other), name_);
      break;
    case Verb::Op::IndexPointer:
      index_pointer(verb);
      break;
    case Verb::Op::Search:
      answer_ = in_.unknown(Shape::Unsigned);
      in_.block_->facts.back().deep = true;
      break;
    case Verb::Op::PrintText:
      if (arguments_.size() > 1) in_.print_text(arguments_, name_);
      break;
    case Verb::Op::Fits:
      if (argument(verb.argument)) in_.fits(argument(verb.argument), operand_value(verb.other), name_);
      break;
    case Verb::Op::Length:
      if (argument(verb.argument)) answer_ = in_.text_length(argument(verb.argument));
      break;
    case Verb::Op::Write:
      write(verb);
      break;
    case Verb::Op::NoReturn:
      in_.emit({.op = Op::Stop});
      break;
    case Verb::Op::NotNull:
      in_.use(operand_value(verb.argument), Handle::Raw, name_);
      break;
    case Verb::Op::Advance:
      advance(verb);
      break;
    case Verb::Op::Fresh:
      fresh(verb);
      break;
  }
}

const Expr* ModelCall::argument(int index) const {
  return index >= 0 && static_cast<std::size_t>(index) < arguments_.size()
             ? arguments_[static_cast<std::size_t>(index)]
             : nullptr;
}

Register ModelCall::operand(int index) {
  if (index < 0) return object_;
  const Expr* given = argument(index);
  return given ? in_.eval(given) : in_.unknown(Shape::None);
}

QualType ModelCall::operand_type(int index) const {
  if (index < 0) return object_type_;
  const Expr* given = argument(index);
  return given ? given->getType() : in_.context_.IntTy;
}

Register ModelCall::operand_value(int index) {
  const QualType given = operand_type(index);
  const Register where = operand(index);
  const Expr* named = argument(index);
  const bool held = given->isRecordType() ? in_.types_.handle(given) : named && named->isGLValue();
  return held ? in_.load(where, in_.types_.shape(given)) : where;
}

TypeKind ModelCall::of_kind(int index) const {
  return index < 0 && type_ ? kind_ : in_.types_.kind(operand_type(index));
}

bool ModelCall::iterator_argument(int index) const {
  return argument(index) && in_.types_.kind(argument(index)->getType()) == TypeKind::Iterator;
}

Register ModelCall::element(Register of, std::int64_t number, Register at) {
  const Register to = in_.fresh();
  in_.emit({.op = Op::At, .to = to, .a = of, .b = at, .number = number});
  return to;
}

// When the elements are containers that keep their own elements when they move, or move by what their author
// wrote.
Step ModelCall::inner_steps(int index) const {
  const QualType inside = in_.types_.element(operand_type(index));
  const TypeModel* inner = inside.isNull() ? nullptr : in_.types_.model(inside->getAsCXXRecordDecl());
  if (inner && inner->kind == TypeKind::Container && inner->stable) return Step::Content;
  return in_.copied_by_parts(inside, true, false, 0) ? Step::Field : Step::None;
}

void ModelCall::trim(const Verb& verb) {
  const Register old = in_.load(object_, Shape::Pointer);
  const Register less = operand_value(verb.argument);
  const Register left = in_.computed(Op::Add, in_.computed(Op::ViewSize, old), less, -1, Shape::Unsigned);
  const bool front = std::string_view(name_).ends_with("_prefix");
  const Register begin = front ? in_.computed(Op::Add, old, less, 1, Shape::Pointer) : old;
  in_.store(object_, in_.computed(Op::ViewOf, begin, left));
}

void ModelCall::sub_view() {
  const Register whole = in_.load(object_, Shape::Pointer);
  const auto given = [&](unsigned i) {
    return i < arguments_.size() && !isa<CXXDefaultArgExpr>(arguments_[i]);
  };
  const std::string_view what = name_;
  Register size = kNoRegister;
  if (what == "first" || what == "last") {
    if (given(0)) size = operand(0);
  } else if (given(1)) {
    // A view of characters ends where the whole does.
    if (what == "subspan") size = operand(1);
  } else {
    size = in_.computed(Op::ViewSize, whole);
    if (given(0)) size = in_.computed(Op::Add, size, operand_value(0), -1, Shape::Unsigned);
  }
  // Where it begins is another element, unless it is the first.
  const bool shifted = what == "last" || (what != "first" && given(0));
  const Register by = !shifted         ? kNoRegister
                      : what == "last" ? in_.unknown(Shape::Unsigned)
                                       : operand_value(0);
  const Register begin = shifted ? in_.computed(Op::Add, whole, by, 1, Shape::Pointer) : whole;
  answer_ = in_.computed(Op::ViewOf, begin, size);
}

void ModelCall::match() {
  // The results of a match refer to the text.
  const Expr* text = argument(0);
  if (!text) return;
  for (const Expr* given : arguments_) {
    const auto* record = given->getType()->getAsCXXRecordDecl();
    if (!record || !record->getIdentifier() || record->getName() != "match_results" || given == text)
      continue;
    const TypeKind of = in_.types_.kind(text->getType());
    const bool owner = of == TypeKind::Container || of == TypeKind::Inline || of == TypeKind::Array;
    in_.emit(
        {.op = Op::Invalidate, .a = in_.content(in_.eval(given)), .cause = Cause::Elements, .word = name_});
    in_.emit({.op = Op::SetSize, .a = in_.eval(given), .b = in_.unknown(Shape::Unsigned)});
    in_.emit({.op = Op::Put,
              .a = in_.content(in_.eval(given)),
              .b = owner ? in_.content(in_.eval(text)) : operand_value(0)});
  }
}

void ModelCall::counted(const Verb& verb) {
  const TypeKind what = of_kind(verb.argument);
  if (what == TypeKind::Container || what == TypeKind::Inline)
    answer_ = in_.computed(Op::Counted, operand(verb.argument));
  else if (what == TypeKind::Iterator)
    answer_ = in_.computed(Op::Counted, operand_value(verb.argument));
}

void ModelCall::scan(const Verb& verb) {
  // As many fields as it could read, from the first on.
  answer_ = in_.unknown(Shape::Signed);
  std::int64_t field = 0;
  for (std::size_t i = static_cast<std::size_t>(verb.argument); i < arguments_.size(); ++i)
    in_.emit({.op = Op::Scan, .a = operand_value(static_cast<int>(i)), .b = answer_, .number = field++});
}

void ModelCall::call() {
  in_.use(in_.load(object_, Shape::Pointer), Handle::Function, name_);
  in_.emit({.op = Op::Escape,
            .a = object_,
            .cause = in_.strict_ ? Cause::Call : Cause::None,
            .deep = true,
            .word = name_});
  for (const Expr* given : in_.strict_ ? arguments_ : std::vector<const Expr*>()) {
    if (given->isLValue() && !given->getType().isConstQualified())
      in_.emit({.op = Op::Escape, .a = in_.eval(given), .cause = Cause::Call, .word = name_});
  }
}

void ModelCall::index_pointer(const Verb& verb) {
  const Register array = in_.load(object_, Shape::Pointer);
  in_.use(array, Handle::Smart);
  in_.emit({.op = Op::IndexPointer,
            .a = array,
            .b = operand_value(verb.argument),
            .shape = in_.written_index(argument(verb.argument)),
            .word = name_});
  answer_ = in_.computed(Op::Add, array, operand_value(verb.argument), 1, Shape::Pointer);
}

// The members of an object of `type` are zero.
void Lowering::fill_zeros(QualType type, Register object, unsigned depth) {
  const auto* record = type->getAsRecordDecl();
  if (depth > 2 || !record || !record->getDefinition() || record->isUnion()) return;
  for (const FieldDecl* field : record->getDefinition()->fields()) {
    if (field->getType()->isScalarType()) {
      store(this->field(object, field), constant(0));
    } else if (types_.kind(field->getType()) == TypeKind::Record) {
      fill_zeros(field->getType(), this->field(object, field), depth + 1);
    }
  }
}

// make_unique<T>(...): T's constructor, when it is clear which.
// How many elements the container, or std::array, has.
Register Lowering::size_of(Register container, QualType type) {
  if (const auto size = types_.extent(type)) return constant(*size);
  const Register size = fresh();
  emit({.op = Op::Size, .to = size, .a = container});
  return size;
}

void Lowering::construct_made(QualType type, Register object, const std::vector<const Expr*>& arguments) {
  using namespace clang;
  const auto* record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) {
    if (arguments.size() == 1 && !type.isNull() && !type->isArrayType()) {
      const Expr* given = arguments[0];
      store(object, given->isGLValue() ? load(eval(given), types_.shape(given->getType())) : eval(given));
    }
    return;
  }
  if (types_.kind(type) != TypeKind::Record) {
    make(type, object, arguments);
    if (arguments.size() == 1 && arguments[0]->isXValue() &&
        context_.hasSameUnqualifiedType(type, arguments[0]->getType()))
      moved(eval(arguments[0]), arguments[0], "move");
    return;
  }
  const CXXConstructorDecl* chosen = nullptr;
  bool several = false;
  for (const CXXConstructorDecl* candidate : record->getDefinition()->ctors()) {
    if (candidate->getNumParams() != arguments.size() || !candidate->isUserProvided() ||
        candidate->isCopyOrMoveConstructor())
      continue;
    several = chosen != nullptr;
    chosen = candidate;
  }
  if (chosen && !several) {
    if (const Summary* summary = summaries_.summary(chosen)) {
      call_summary(nullptr, chosen, summary, object, arguments);
      return;
    }
  }
  for (const Expr* given : arguments) {
    if (given->isXValue()) moved(eval(given), given, "move");
    put(content(object), given);
  }
}

}  // namespace hull::safety
