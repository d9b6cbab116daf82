// Calls of what a model describes: each verb becomes facts.
#include <algorithm>

#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// Whether the position of a range-for is asked for its element or moved on.
bool loop_position(const clang::Expr* expression) {
  const auto* call = llvm::dyn_cast_or_null<clang::CXXOperatorCallExpr>(expression);
  const auto* object = call && call->getNumArgs() > 0
                           ? llvm::dyn_cast<clang::DeclRefExpr>(bare(call->getArg(0))->IgnoreImpCasts())
                           : nullptr;
  return object && object->getDecl()->isImplicit();
}

// Of `c.begin()`, perhaps converted to another iterator, `c`.
const clang::Expr* begins(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  while (true) {
    if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(inner)) {
      inner = bare(temporary->getSubExpr());
    } else if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(inner)) {
      inner = bare(cast->getSubExpr());
    } else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(inner);
               made && made->getNumArgs() == 1) {
      inner = bare(made->getArg(0));
    } else {
      break;
    }
  }
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(inner);
  const clang::CXXMethodDecl* method = call ? call->getMethodDecl() : nullptr;
  const bool first =
      method && method->getIdentifier() && (method->getName() == "begin" || method->getName() == "cbegin");
  return first ? call->getImplicitObjectArgument() : nullptr;
}

// Of `*c.begin()`, `c`.
const clang::Expr* first_of(const clang::Expr* expression) {
  const auto* call = llvm::dyn_cast_or_null<clang::CXXOperatorCallExpr>(expression);
  const bool dereference = call && call->getNumArgs() == 1 &&
                           (call->getOperator() == clang::OO_Star || call->getOperator() == clang::OO_Arrow);
  return dereference ? begins(call->getArg(0)) : nullptr;
}

// The member whose method is called.
const clang::FieldDecl* called_on(const clang::Expr* expression) {
  const auto* call = llvm::dyn_cast_or_null<clang::CXXMemberCallExpr>(expression);
  const clang::Expr* object = call ? call->getImplicitObjectArgument() : nullptr;
  const auto* member = object ? llvm::dyn_cast<clang::MemberExpr>(bare(object)->IgnoreImpCasts()) : nullptr;
  return member ? llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl()) : nullptr;
}

// The position of a reverse iterator is kept as that of its base.
bool runs_backward(clang::QualType type) {
  const auto* record = type.isNull() ? nullptr : type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->getIdentifier() && record->getName() == "reverse_iterator";
}

// Whether an object of the kind that is made without a value refers to nothing.
bool held_empty(TypeKind kind) {
  return kind == TypeKind::Pointer || kind == TypeKind::Unique || kind == TypeKind::Shared ||
         kind == TypeKind::Function;
}

}  // namespace

Register Lowering::call_model(const clang::Expr* expression, const FunctionModel& model,
                              const TypeModel* type, Register object, clang::QualType object_type,
                              const std::vector<const clang::Expr*>& arguments, const char* name) {
  using namespace clang;
  const TypeKind kind = type ? type->kind : TypeKind::Other;
  Register answer = kNoRegister, was_there = kNoRegister;
  const auto operand = [&](int index) -> Register {
    if (index < 0) return object;
    return static_cast<std::size_t>(index) < arguments.size()
               ? eval(arguments[static_cast<std::size_t>(index)])
               : unknown(Shape::None);
  };
  const auto operand_type = [&](int index) -> QualType {
    if (index < 0) return object_type;
    return static_cast<std::size_t>(index) < arguments.size()
               ? arguments[static_cast<std::size_t>(index)]->getType()
               : context_.IntTy;
  };
  const auto operand_value = [&](int index) -> Register {
    const QualType given = operand_type(index);
    const Register where = operand(index);
    if (given->isRecordType() && types_.handle(given)) return load(where, types_.shape(given));
    if (index >= 0 && static_cast<std::size_t>(index) < arguments.size() &&
        arguments[static_cast<std::size_t>(index)]->isGLValue() && !given->isRecordType()) {
      return load(where, types_.shape(given));
    }
    return where;
  };
  const auto argument = [&](int index) -> const Expr* {
    return index >= 0 && static_cast<std::size_t>(index) < arguments.size()
               ? arguments[static_cast<std::size_t>(index)]
               : nullptr;
  };
  const auto of_kind = [&](int index) { return index < 0 && type ? kind : types_.kind(operand_type(index)); };
  const bool renews = std::any_of(model.verbs.begin(), model.verbs.end(), [](const Verb& verb) {
    return (verb.op == Verb::Op::Renew || verb.op == Verb::Op::Clear) && verb.argument < 0;
  });
  if (object != kNoRegister && model.reads && !renews) read(object, true, name);
  // Whoever is handed memory uses it.
  const auto* calling = dyn_cast<CallExpr>(expression);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Expr* given = arguments[i];
    if (isa<CXXDefaultArgExpr>(given)) continue;
    const Register where = eval(given);
    if (given->isGLValue() && !names_local(given)) use(where, Handle::Reference, nullptr, true);
    read_given(where, given, calling ? calling->getDirectCallee() : nullptr, i);
    const TypeKind given_kind = types_.kind(given->getType());
    if (given_kind == TypeKind::View || given_kind == TypeKind::Iterator || given_kind == TypeKind::Bag ||
        (given_kind == TypeKind::Pointer && !given->isGLValue())) {
      use(value(given), given_kind == TypeKind::Iterator ? Handle::Iterator : Handle::View, name, true);
    }
  }
  if (kind == TypeKind::View && object != kNoRegister)
    use(load(object, Shape::Pointer), Handle::View, name, true);
  if (object == kNoRegister) {
    // An algorithm may fill what it is given.
    for (const Expr* given : arguments) {
      const TypeKind given_kind = types_.kind(given->getType());
      if (given_kind == TypeKind::Iterator || given_kind == TypeKind::Container ||
          given_kind == TypeKind::View)
        emit({.op = Op::Vacate, .a = value(given), .deep = true});
    }
  }
  const auto element_register = [&](Register of, std::int64_t number, Register at) {
    const Register to = fresh();
    emit({.op = Op::At, .to = to, .a = of, .b = at, .number = number});
    return to;
  };
  // When the elements are containers that keep their own elements when they move, or move by what their
  // author wrote.
  const auto inner_steps = [&](int index) {
    const QualType inside = types_.element(operand_type(index));
    const TypeModel* inner = inside.isNull() ? nullptr : types_.model(inside->getAsCXXRecordDecl());
    if (inner && inner->kind == TypeKind::Container && inner->stable) return Step::Content;
    return copied_by_parts(inside, true, false, 0) ? Step::Field : Step::None;
  };
  const auto iterator_argument = [&](int index) {
    return argument(index) && types_.kind(argument(index)->getType()) == TypeKind::Iterator;
  };
  std::vector<Verb> verbs = model.verbs;
  // What is put into a container may be one of its elements: it is copied before they move.
  const auto moves = [](const Verb& verb) {
    return verb.op == Verb::Op::Grow || verb.op == Verb::Op::Reallocate;
  };
  const auto puts = [](const Verb& verb) {
    return verb.op == Verb::Op::Put || verb.op == Verb::Op::PutAll || verb.op == Verb::Op::Emplace;
  };
  if (verbs.size() > 1 && moves(verbs[0]) && puts(verbs[1]) && inner_steps(-1) == Step::Field)
    std::swap(verbs[0], verbs[1]);
  for (const Verb& verb : verbs) {
    switch (verb.op) {
      case Verb::Op::Nothing:
        break;
      case Verb::Op::Same:
        answer = expression->isPRValue() ? operand_value(verb.argument) : operand(verb.argument);
        break;
      case Verb::Op::EraseSome:
        emit({.op = Op::EraseAt, .a = operand(verb.argument), .cause = Cause::Elements, .word = name});
        break;
      case Verb::Op::Value:
        if (of_kind(verb.argument) == TypeKind::Optional) {
          answer = part(operand(verb.argument), Step::Field);
        } else {
          answer = load(operand(verb.argument), Shape::Pointer);
          const TypeKind what = of_kind(verb.argument);
          if ((what == TypeKind::Unique || what == TypeKind::Shared) &&
              deleter(operand_type(verb.argument).getNonReferenceType()) != kAnyAllocation) {
            emit({.op = Op::Adopt,
                  .a = answer,
                  .b = operand(verb.argument),
                  .flag = what == TypeKind::Unique,
                  .deep = true,
                  .word = "get"});
          }
        }
        break;
      case Verb::Op::Element:
        answer = content(operand(verb.argument));
        break;
      case Verb::Op::ElementAt: {
        answer = element_register(operand(verb.argument), 0,
                                  argument(verb.other) ? key(argument(verb.other)) : kNoRegister);
        // The elements of a map are pairs, of which it gives the second.
        const QualType inside = types_.element(operand_type(verb.argument));
        const auto* pair = inside.isNull() ? nullptr : inside->getAsCXXRecordDecl();
        if (is_pair(pair) && pair->hasDefinition() && expression->isGLValue() &&
            !context_.hasSameUnqualifiedType(expression->getType(), inside)) {
          answer = field(answer, *std::next(pair->getDefinition()->field_begin()));
        }
        break;
      }
      case Verb::Op::PutKey: {
        const QualType inside = types_.element(object_type);
        const auto* pair = inside.isNull() ? nullptr : inside->getAsCXXRecordDecl();
        if (!argument(verb.argument) || !pair || !is_pair(pair) || !pair->hasDefinition()) break;
        const FieldDecl* first = *pair->getDefinition()->field_begin();
        emplace(field(content(object), first), first->getType(), expression, {argument(verb.argument)});
        break;
      }
      case Verb::Op::Emplace: {
        std::vector<const Expr*> made_of;
        for (std::size_t i = static_cast<std::size_t>(std::max(0, verb.argument)); i < arguments.size();
             ++i) {
          if (!isa<CXXDefaultArgExpr>(arguments[i])) made_of.push_back(arguments[i]);
        }
        emplace(kind == TypeKind::Optional ? part(object, Step::Field) : content(object),
                types_.element(object_type), expression, made_of);
        break;
      }
      case Verb::Op::Front:
        answer = element_register(operand(verb.argument), 1, kNoRegister);
        break;
      case Verb::Op::Back:
        answer = element_register(operand(verb.argument), 2, kNoRegister);
        break;
      case Verb::Op::EraseFront:
      case Verb::Op::EraseBack:
        emit({.op = Op::EraseAt,
              .a = operand(verb.argument),
              .b = element_register(operand(verb.argument), verb.op == Verb::Op::EraseFront ? 1 : 2,
                                    kNoRegister),
              .cause = Cause::Elements,
              .word = name});
        break;
      case Verb::Op::Deref: {
        const TypeKind what = of_kind(verb.argument);
        if (what == TypeKind::Optional) {
          use(load(operand(verb.argument), Shape::Bool), Handle::Optional);
          answer = part(operand(verb.argument), Step::Field);
          break;
        }
        if (const Expr* whole = strict_ ? nullptr : first_of(expression)) {
          const Register container = eval(whole);
          answer = element_register(container, 1, kNoRegister);
          break;
        }
        const Register held = load(operand(verb.argument), Shape::Pointer);
        if (what == TypeKind::Unique && name && std::string_view(name).ends_with("*"))
          emit({.op = Op::Adopt,
                .a = held,
                .b = operand(verb.argument),
                .flag = true,
                .deep = true,
                .word = name});
        use(held,
            loop_position(expression)    ? Handle::Loop
            : what == TypeKind::Iterator ? Handle::Iterator
            : what == TypeKind::View     ? Handle::View
                                         : Handle::Smart,
            nullptr, what == TypeKind::View);
        answer = computed(Op::Element, held);
        break;
      }
      case Verb::Op::Past:
        answer = computed(Op::Past, operand_value(verb.argument));
        break;
      case Verb::Op::View: {
        const Register viewed = operand(verb.argument);
        answer = content(viewed);
        const auto* owner = operand_type(verb.argument).getNonReferenceType()->getAsCXXRecordDecl();
        if (types_.kind(expression->getType()) == TypeKind::View) {
          answer = computed(Op::ViewOf, answer, size_of(viewed, operand_type(verb.argument)));
        } else if (owner && owner->getName() != "basic_string") {
          // To the first element.
          block_->facts.back().flag = true;
        }
        break;
      }
      case Verb::Op::Trim: {
        const Register old = load(object, Shape::Pointer);
        const Register left =
            computed(Op::Add, computed(Op::ViewSize, old), operand(verb.argument), -1, Shape::Unsigned);
        store(object, computed(Op::ViewOf, old, left));
        break;
      }
      case Verb::Op::SubView: {
        const Register whole = load(object, Shape::Pointer);
        const auto given = [&](unsigned i) {
          return i < arguments.size() && !isa<CXXDefaultArgExpr>(arguments[i]);
        };
        const std::string_view what = name;
        Register size = kNoRegister;
        if (what == "first" || what == "last") {
          if (given(0)) size = operand(0);
        } else if (given(1)) {
          // A view of characters ends where the whole does.
          if (what == "subspan") size = operand(1);
        } else {
          size = computed(Op::ViewSize, whole);
          if (given(0)) size = computed(Op::Add, size, operand(0), -1, Shape::Unsigned);
        }
        answer = computed(Op::ViewOf, whole, size);
        break;
      }
      case Verb::Op::Begin:
      case Verb::Op::End:
      case Verb::Op::Position:
      case Verb::Op::Find: {
        const bool method = verb.op == Verb::Op::Find && object != kNoRegister;
        const TypeKind what = of_kind(method ? -1 : verb.argument);
        if (verb.op == Verb::Op::Find && what == TypeKind::Iterator && arguments.size() > 1) {
          answer = computed(Op::FindIn, operand_value(0), operand_value(1));
          break;
        }
        if (what == TypeKind::Array) {
          answer = content(operand(verb.argument));
          break;
        }
        if (what != TypeKind::Container && what != TypeKind::Inline) {
          answer = operand_value(verb.argument);
          break;
        }
        const std::int64_t number = verb.op == Verb::Op::Begin      ? 0
                                    : verb.op == Verb::Op::End      ? 1
                                    : verb.op == Verb::Op::Position ? 2
                                                                    : 3;
        const Register found = fresh();
        const bool erased =
            name == std::string_view("erase") && arguments.size() == 1 && iterator_argument(0);
        emit({.op = Op::Position,
              .to = found,
              .a = method ? object : operand(verb.argument),
              .b = erased                              ? value(argument(0))
                   : method && argument(verb.argument) ? key(argument(verb.argument))
                                                       : kNoRegister,
              .number = erased ? 4 : number});
        answer = found;
        break;
      }
      case Verb::Op::FindIn:
        answer = computed(Op::FindIn, operand_value(verb.argument), operand_value(verb.other));
        break;
      case Verb::Op::Grow:
        if (const FieldDecl* member = called_on(expression); member && !strict_ && types_.reserved(member)) {
          // Its author has seen to it that there is room.
          emit({.op = Op::Resize, .a = operand(verb.argument), .number = verb.number});
          break;
        }
        emit({.op = Op::Grow,
              .a = operand(verb.argument),
              .step = inner_steps(verb.argument),
              .cause = Cause::Elements,
              .flag = true,
              .number = verb.number,
              .word = name});
        break;
      case Verb::Op::Put:
        if (argument(verb.argument))
          put(content(object), argument(verb.argument), types_.element(object_type));
        break;
      case Verb::Op::PutAll:
        for (const Expr* given : arguments) {
          const QualType inside = types_.element(object_type);
          const TypeKind of = types_.kind(given->getType());
          const auto same = [&](const Expr* other) {
            return context_.hasSameUnqualifiedType(other->getType(), given->getType());
          };
          const bool ends = arguments.size() > 1 && same(arguments[arguments.size() - 2]) &&
                            same(arguments.back()) && !inside.isNull() &&
                            !context_.hasSameUnqualifiedType(inside, given->getType());
          if ((of == TypeKind::Iterator || (of == TypeKind::Pointer && ends)) && arguments.size() > 1 &&
              !inside.isNull() && types_.kind(inside) != TypeKind::Iterator) {
            // Where the others go, or the ends of a range whose elements are put.
            if (ends && types_.borrows(inside)) {
              const Register element = computed(Op::Element, value(given));
              emit({.op = Op::Put,
                    .a = content(object),
                    .b = load(element, types_.shape(inside), inside->isRecordType())});
            }
            continue;
          }
          if (!isa<CXXDefaultArgExpr>(given))
            put(kind == TypeKind::Optional ? part(object, Step::Field) : content(object), given,
                types_.element(object_type));
        }
        break;
      case Verb::Op::Reallocate:
        emit({.op = Op::Invalidate,
              .a = content(operand(verb.argument)),
              .step = inner_steps(verb.argument),
              .cause = Cause::Elements,
              .flag = true,
              .deep = true,
              .word = name});
        break;
      case Verb::Op::Invalidate:
        emit({.op = Op::Invalidate,
              .a = content(operand(verb.argument)),
              .cause = Cause::Elements,
              .flag = true,
              .word = name});
        break;
      case Verb::Op::Positions:
        emit({.op = Op::Invalidate,
              .a = part(content(operand(verb.argument)), Step::Cursor),
              .cause = Cause::Elements,
              .flag = true,
              .word = name});
        break;
      case Verb::Op::Clear: {
        const QualType owner = operand_type(verb.argument).getNonReferenceType();
        if (types_.ends(owner)) destroy(owner, operand(verb.argument));
        emit({.op = Op::Invalidate,
              .a = content(operand(verb.argument)),
              .cause = Cause::Elements,
              .word = name});
        emit({.op = Op::SetSize, .a = operand(verb.argument), .flag = true});
        break;
      }
      case Verb::Op::Address:
        answer = types_.kind(operand_type(verb.argument)) == TypeKind::View ? operand_value(verb.argument)
                                                                            : operand(verb.argument);
        break;
      case Verb::Op::Match: {
        // The results of a match refer to the text.
        const Expr* text = argument(0);
        if (!text) break;
        for (const Expr* given : arguments) {
          const auto* record = given->getType()->getAsCXXRecordDecl();
          if (!record || !record->getIdentifier() || record->getName() != "match_results" || given == text)
            continue;
          const TypeKind of = types_.kind(text->getType());
          const bool owner = of == TypeKind::Container || of == TypeKind::Inline || of == TypeKind::Array;
          emit({.op = Op::Invalidate, .a = content(eval(given)), .cause = Cause::Elements, .word = name});
          emit({.op = Op::SetSize, .a = eval(given), .b = unknown(Shape::Unsigned)});
          emit({.op = Op::Put,
                .a = content(eval(given)),
                .b = owner ? content(eval(text)) : operand_value(0)});
        }
        break;
      }
      case Verb::Op::Erase:
      case Verb::Op::TakeOut:
      case Verb::Op::EraseAfter: {
        const Expr* given = argument(verb.argument);
        if (!given) break;
        const Register gone = begins(given)                      ? element_register(object, 1, kNoRegister)
                              : iterator_argument(verb.argument) ? value(given)
                                                                 : element_register(object, 0, key(given));
        // Where there is nothing there is nothing to erase.
        if (arguments.size() == 1 && !begins(given) && iterator_argument(verb.argument) &&
            verb.op != Verb::Op::TakeOut)
          use(gone, Handle::Iterator, name);
        emit({.op = Op::EraseAt,
              .a = object,
              .b = gone,
              .step = verb.op == Verb::Op::TakeOut ? Step::Cursor : Step::None,
              .cause = Cause::Elements,
              .flag = verb.op == Verb::Op::EraseAfter,
              .deep = arguments.size() > 1,
              .word = name});
        if (arguments.size() > 1) emit({.op = Op::SetSize, .a = object, .b = unknown(Shape::Unsigned)});
        break;
      }
      case Verb::Op::EraseNext:
        if (!argument(verb.argument)) break;
        emit({.op = Op::EraseAt,
              .a = object,
              .b = computed(Op::Add, value(argument(verb.argument)), kNoRegister, 1, Shape::Signed),
              .cause = Cause::Elements,
              .word = name});
        break;
      case Verb::Op::Shrink:
        emit({.op = Op::Resize,
              .a = operand(verb.argument),
              .flag = std::string_view(name).ends_with("_front"),
              .number = verb.number});
        break;
      case Verb::Op::Size:
      case Verb::Op::Empty: {
        const TypeKind what = of_kind(verb.argument);
        Register size = kNoRegister;
        if (what == TypeKind::Container || what == TypeKind::Inline) {
          size = size_of(operand(verb.argument), operand_type(verb.argument));
        } else if (const auto* array =
                       context_.getAsConstantArrayType(operand_type(verb.argument).getNonReferenceType())) {
          size = constant(static_cast<std::int64_t>(array->getSize().getLimitedValue()));
        } else if (what == TypeKind::View) {
          size = computed(Op::ViewSize, operand_value(verb.argument));
        } else if (what == TypeKind::Optional) {
          size = load(operand(verb.argument), Shape::Bool);
        } else if (what == TypeKind::Unique || what == TypeKind::Shared || what == TypeKind::Function) {
          size = load(operand(verb.argument), Shape::Pointer);
        } else {
          size = unknown(Shape::Unsigned);
        }
        answer = verb.op == Verb::Op::Size ? size : computed(Op::Not, size);
        break;
      }
      case Verb::Op::SetSize:
        emit({.op = Op::SetSize, .a = operand(verb.argument), .b = unknown(Shape::Unsigned)});
        break;
      case Verb::Op::VacateAt:
        if (argument(verb.argument))
          emit({.op = Op::Vacate,
                .a = object,
                .b = element_register(object, 0, key(argument(verb.argument)))});
        break;
      case Verb::Op::SizeOf:
        if (arguments.size() == 1 && held_empty(types_.kind(types_.element(object_type))))
          emit({.op = Op::Vacate, .a = object, .flag = true});
        emit({.op = Op::SetSize, .a = operand(verb.argument), .b = operand(verb.other)});
        break;
      case Verb::Op::Reserve:
        emit({.op = Op::Reserve, .a = operand(verb.argument), .b = operand(verb.other)});
        break;
      case Verb::Op::NonEmpty:
        emit({.op = Op::NonEmpty,
              .a = operand(verb.argument),
              .flag = of_kind(verb.argument) == TypeKind::View,
              .word = name});
        break;
      case Verb::Op::Index: {
        std::int64_t count = 0;
        if (of_kind(-1) == TypeKind::Inline) {
          if (const auto size = types_.extent(object_type)) {
            emit({.op = Op::SetSize, .a = object, .number = *size});
            count = *size;
          }
        }
        // A string ends with a character that is not counted.
        emit({.op = Op::Index,
              .a = object,
              .b = operand(verb.argument),
              .shape = written_index(argument(verb.argument)),
              .flag = of_kind(-1) == TypeKind::Container && type && !type->stable,
              .deep = kind == TypeKind::View,
              .number = count,
              .word = name});
        break;
      }
      case Verb::Op::Has:
        answer = fresh();
        emit({.op = Op::Has,
              .to = answer,
              .a = object,
              .b = argument(verb.argument) ? key(argument(verb.argument)) : kNoRegister});
        break;
      case Verb::Op::Insert:
      case Verb::Op::Remove:
        if (!argument(verb.op == Verb::Op::Insert ? verb.other : verb.other < 0 ? 0 : verb.other)) break;
        if (verb.op == Verb::Op::Insert && is_pair(expression->getType()->getAsCXXRecordDecl())) {
          // Which key it is does not say which one it was the last time.
          was_there = fresh();
          emit({.op = Op::Has, .to = was_there, .a = object});
        }
        if (verb.op == Verb::Op::Insert)
          emit({.op = Op::SetSize, .a = object, .b = unknown(Shape::Unsigned, true)});
        emit({.op = Op::Has,
              .a = object,
              .b = key(argument(verb.other < 0 ? 0 : verb.other)),
              .flag = true,
              .number = verb.op == Verb::Op::Insert});
        break;
      case Verb::Op::Renew:
        emit({.op = Op::Renew, .a = operand(verb.argument)});
        break;
      case Verb::Op::Reset: {
        const Expr* given = argument(verb.argument);
        const bool nothing = !given || isa<CXXDefaultArgExpr>(given) || given->getType()->isNullPtrType();
        const Register fresh_value = nothing ? constant(0) : value(given);
        if (!nothing) {
          emit({.op = Op::Adopt,
                .a = fresh_value,
                .flag = kind == TypeKind::Shared,
                .number = arguments.size() > 1 ? std::int64_t{kAnyAllocation} : deleter(object_type),
                .word = name});
        }
        const Register held = load(object, Shape::Pointer);
        if (kind == TypeKind::Unique) {
          free_owned(object_type.getNonReferenceType(), held, name, 1);
        } else {
          emit({.op = Op::Unshare, .a = held, .cause = Cause::Owner, .number = kOwner, .word = name});
        }
        store(object, fresh_value);
        break;
      }
      case Verb::Op::Release: {
        const Register held = load(object, Shape::Pointer);
        emit({.op = Op::Disown, .a = held, .number = deleter(object_type), .word = name});
        store(object, constant(0));
        answer = held;
        break;
      }
      case Verb::Op::Make:
      case Verb::Op::MakeShared: {
        const PlaceId place = facts_->places.base(Base::Heap, expression);
        const bool shared = verb.op == Verb::Op::MakeShared;
        begin(place, false);
        const Register made = address(place);
        emit({.op = Op::Adopt, .a = made, .flag = shared, .number = kNew, .word = name});
        if (const QualType inside = types_.element(expression->getType());
            arguments.size() == 1 && !inside.isNull() && inside->isIncompleteArrayType()) {
          emit({.op = Op::SetSize, .a = made, .b = operand_value(0)});
          answer = content(made);
          block_->facts.back().flag = true;
          break;
        }
        construct_made(types_.element(expression->getType()), made, arguments);
        answer = made;
        break;
      }
      case Verb::Op::Swap: {
        const Register a = operand(verb.other >= 0 ? verb.argument : -1),
                       b = operand(verb.other >= 0 ? verb.other : verb.argument);
        const QualType swapped = operand_type(verb.other >= 0 ? verb.argument : -1).getNonReferenceType();
        const TypeKind what = types_.kind(swapped);
        if (what == TypeKind::Container) {
          const PlaceId between = facts_->places.base(Base::Temporary, expression);
          const Register middle = address(between);
          emit({.op = Op::Transfer, .a = a, .b = middle});
          emit({.op = Op::Transfer, .a = b, .b = a});
          emit({.op = Op::Transfer, .a = middle, .b = b});
        } else if (types_.handle(what)) {
          const Register was_a = load(a, types_.shape(swapped)), was_b = load(b, types_.shape(swapped));
          store(a, was_b);
          store(b, was_a);
        } else {
          emit({.op = Op::Escape, .a = a});
          emit({.op = Op::Escape, .a = b});
        }
        emit({.op = Op::Renew, .a = a});
        emit({.op = Op::Renew, .a = b});
        break;
      }
      case Verb::Op::Exchange: {
        const QualType held = operand_type(verb.argument).getNonReferenceType();
        const Register where = operand(verb.argument);
        if (types_.handle(held)) {
          const Register old = load(where, types_.shape(held));
          const QualType other = operand_type(verb.other);
          Register given = argument(verb.other) && other->isNullPtrType() ? constant(0)
                           : other->isRecordType() && !types_.handle(other)
                               ? load(operand(verb.other), Shape::None, true)
                               : operand_value(verb.other);
          if (types_.kind(held) == TypeKind::Function && types_.kind(other) == TypeKind::Record)
            given = computed(Op::Hold, given);
          if (types_.ends(held) && argument(verb.other) && argument(verb.other)->getType()->isRecordType()) {
            store(operand(verb.other), constant(0));
          }
          store(where, given);
          emit({.op = Op::Renew, .a = where});
          answer = old;
          break;
        }
        const PlaceId place = destination(expression);
        begin(place, false);
        copy(held, address(place), where, true, false);
        emit({.op = Op::Renew, .a = where});
        return address(place);
      }
      case Verb::Op::Borrow: {
        const QualType from = operand_type(verb.argument);
        const Register where = operand(verb.argument);
        if (is_variant(from)) {
          // An exception says so, if somebody listens.
          if (!tries_) use(holds_alternative(from, where, expression), Handle::Optional, name);
        } else if (from->isPointerType() && is_variant(from->getPointeeType())) {
          const Register object = operand_value(verb.argument);
          answer = fresh();
          emit({.op = Op::MaybeNull,
                .to = answer,
                .a = object,
                .b = holds_alternative(from->getPointeeType(), object, expression)});
          break;
        }
        // std::get of a pair.
        const auto* pair = from.getNonReferenceType()->getAsCXXRecordDecl();
        const auto* get = dyn_cast_or_null<CallExpr>(expression);
        const auto* chosen =
            get && get->getDirectCallee() ? get->getDirectCallee()->getTemplateSpecializationArgs() : nullptr;
        if (is_pair(pair) && pair->hasDefinition() && expression->isGLValue() && chosen &&
            chosen->size() > 0 && chosen->get(0).getKind() == TemplateArgument::Integral) {
          const bool second = !chosen->get(0).getAsIntegral().isZero();
          const FieldDecl* member = *std::next(pair->getDefinition()->field_begin(), second);
          answer = field(where, member);
          if (member->getType()->isReferenceType()) answer = load(answer, Shape::Pointer);
          break;
        }
        answer = expression->isGLValue()                        ? where
                 : from->isRecordType() && !types_.handle(from) ? load(where, Shape::None, true)
                                                                : operand_value(verb.argument);
        break;
      }
      case Verb::Op::Counted: {
        const TypeKind what = of_kind(verb.argument);
        if (what == TypeKind::Container || what == TypeKind::Inline)
          answer = computed(Op::Counted, operand(verb.argument));
        else if (what == TypeKind::Iterator)
          answer = computed(Op::Counted, operand_value(verb.argument));
        break;
      }
      case Verb::Op::Scan: {
        // As many fields as it could read, from the first on.
        answer = unknown(Shape::Signed);
        std::int64_t field = 0;
        for (std::size_t i = static_cast<std::size_t>(verb.argument); i < arguments.size(); ++i)
          emit({.op = Op::Scan, .a = operand_value(static_cast<int>(i)), .b = answer, .number = field++});
        break;
      }
      case Verb::Op::Cast:
        answer = fresh();
        emit({.op = Op::MaybeNull, .to = answer, .a = operand_value(verb.argument)});
        emit({.op = Op::Share, .a = answer});
        break;
      case Verb::Op::Which:
        answer = which_alternative(object_type, object);
        break;
      case Verb::Op::Holds:
        answer = is_variant(operand_type(verb.argument))
                     ? holds_alternative(operand_type(verb.argument), operand(verb.argument), expression)
                     : unknown(Shape::Bool);
        break;
      case Verb::Op::EmplaceAlternative:
        emit({.op = Op::Renew, .a = object});
        emplace_alternative(object_type, object, expression);
        break;
      case Verb::Op::Error:
        use(computed(Op::Not, load(object, Shape::Bool)), Handle::Optional, name);
        break;
      case Verb::Op::BorrowAll: {
        for (std::size_t i = 0; i < arguments.size(); ++i) {
          const int index = static_cast<int>(i);
          const QualType from = operand_type(index);
          Register one = operand(index);
          if (!expression->isGLValue()) {
            if (from->isRecordType())
              one = types_.handle(from) ? operand_value(index)
                                        : computed(Op::Both, one, load(one, Shape::None, true));
            else if (!arguments[i]->isGLValue())
              continue;
          } else if (!arguments[i]->isGLValue()) {
            continue;
          }
          answer = answer == kNoRegister ? one : computed(Op::Both, answer, one);
        }
        break;
      }
      case Verb::Op::Copy: {
        const PlaceId place = destination(expression);
        begin(place, false);
        const Register made = address(place);
        const auto* record = expression->getType()->getAsCXXRecordDecl();
        if (types_.kind(expression->getType()) == TypeKind::Record && record) {
          auto field = record->field_begin();
          for (const Expr* given : arguments) {
            if (field == record->field_end()) break;
            const Register member = this->field(made, *field);
            if (given->getType()->isRecordType() && !types_.handle(given->getType())) {
              copy(given->getType(), member, eval(given), given->isXValue(), false);
              if (given->isXValue()) moved(eval(given), given, "move");
            } else {
              store(member, given->isGLValue() && !given->getType()->isRecordType()
                                ? load(eval(given), types_.shape(given->getType()))
                                : value(given));
            }
            ++field;
          }
        } else {
          for (const Expr* given : arguments) {
            if (const Register held = kept_of(expression->getType(), given); held != kNoRegister)
              emit({.op = Op::Put, .a = made, .b = held});
            if (given->isXValue() && types_.moves(given->getType())) moved(eval(given), given, "move");
          }
        }
        return made;
      }
      case Verb::Op::Lock: {
        answer = computed(Op::Lock, load(object, Shape::Pointer));
        break;
      }
      case Verb::Op::Engage:
        if (object != kNoRegister) {
          emit({.op = Op::Invalidate,
                .a = part(object, Step::Field),
                .cause = Cause::Elements,
                .flag = true,
                .word = name});
          store(object, constant(1));
        } else {
          answer = constant(1);
        }
        break;
      case Verb::Op::Engaged:
        answer = load(object, Shape::Bool);
        break;
      case Verb::Op::Disengage:
        emit({.op = Op::Invalidate, .a = part(object, Step::Field), .cause = Cause::Elements, .word = name});
        store(object, constant(0));
        break;
      case Verb::Op::ValueOr: {
        const QualType held = types_.element(object_type);
        const Register inside = part(object, Step::Field);
        if (!held.isNull() && (types_.handle(held) || !held->isRecordType())) {
          answer = computed(Op::Both, load(inside, types_.shape(held)), operand_value(verb.argument));
        } else {
          answer = unknown(Shape::None);
        }
        break;
      }
      case Verb::Op::Call:
        use(load(object, Shape::Pointer), Handle::Function, name);
        emit({.op = Op::Escape,
              .a = object,
              .cause = strict_ ? Cause::Call : Cause::None,
              .deep = true,
              .word = name});
        for (const Expr* given : strict_ ? arguments : std::vector<const Expr*>()) {
          if (given->isLValue() && !given->getType().isConstQualified())
            emit({.op = Op::Escape, .a = eval(given), .cause = Cause::Call, .word = name});
        }
        break;
      case Verb::Op::Allocate:
      case Verb::Op::Open: {
        const PlaceId place = facts_->places.base(Base::Heap, expression);
        answer = fresh();
        emit({.op = Op::Allocate,
              .to = answer,
              .place = place,
              .number = verb.op == Verb::Op::Open ? kFile : kMalloc,
              .word = name});
        if (name == std::string_view("malloc") && arguments.size() == 1)
          emit({.op = Op::SetSize, .a = answer, .b = operand_value(0)});
        break;
      }
      case Verb::Op::Move: {
        const PlaceId place = facts_->places.base(Base::Heap, expression);
        const Register moved_to = fresh();
        emit({.op = Op::Reallocate,
              .to = moved_to,
              .a = operand_value(verb.argument),
              .place = place,
              .cause = Cause::Delete,
              .number = kMalloc,
              .word = name});
        answer = moved_to;
        break;
      }
      case Verb::Op::Free:
      case Verb::Op::Close: {
        const Register gone = operand_value(verb.argument);
        emit({.op = Op::Free,
              .a = gone,
              .cause = Cause::Delete,
              .number = verb.op == Verb::Op::Close ? kFile : kMalloc,
              .word = name});
        break;
      }
      case Verb::Op::FitsText:
      case Verb::Op::AppendText:
      case Verb::Op::SetText:
        if (argument(verb.argument) && argument(verb.other))
          text(verb.op, argument(verb.argument), argument(verb.other), name);
        break;
      case Verb::Op::IndexPointer: {
        const Register array = load(object, Shape::Pointer);
        use(array, Handle::Smart);
        emit({.op = Op::IndexPointer,
              .a = array,
              .b = operand_value(verb.argument),
              .shape = written_index(argument(verb.argument)),
              .word = name});
        answer = computed(Op::Add, array, operand_value(verb.argument), 1, Shape::Pointer);
        break;
      }
      case Verb::Op::Search:
        answer = unknown(Shape::Unsigned);
        block_->facts.back().deep = true;
        break;
      case Verb::Op::PrintText:
        if (arguments.size() > 1) print_text(arguments, name);
        break;
      case Verb::Op::Fits:
        if (argument(verb.argument)) fits(argument(verb.argument), operand_value(verb.other), name);
        break;
      case Verb::Op::Length:
        if (argument(verb.argument)) answer = text_length(argument(verb.argument));
        break;
      case Verb::Op::Write: {
        const Register to = operand_value(verb.argument);
        // Pointers may be copied byte by byte.
        if (argument(1) && argument(1)->getType()->isPointerType())
          emit({.op = Op::Escape, .a = operand_value(1), .flag = true, .deep = true});
        emit({.op = Op::Renew, .a = to});
        const Expr* target = argument(verb.argument) ? pointed(argument(verb.argument)) : nullptr;
        const QualType whole = target ? target->getType()->getPointeeType() : QualType();
        if (whole.isNull() || types_.kind(whole) != TypeKind::Record) {
          store(to, unknown(Shape::None));
          break;
        }
        // What its members held is gone.
        emit({.op = Op::Escape, .a = to});
        Expr::EvalResult value;
        const bool zeros = std::string_view(name) == "memset" && argument(1) &&
                           !argument(1)->isValueDependent() && argument(1)->EvaluateAsInt(value, context_) &&
                           value.Val.getInt().isZero();
        if (zeros) fill_zeros(whole, to, 0);
        break;
      }
      case Verb::Op::NoReturn:
        emit({.op = Op::Stop});
        break;
      case Verb::Op::NotNull:
        use(operand_value(verb.argument), Handle::Raw, name);
        break;
      case Verb::Op::Advance: {
        if (verb.argument >= 0) {
          const Register by =
              argument(1) && !isa<CXXDefaultArgExpr>(argument(1)) ? operand_value(1) : constant(1);
          const bool back = (name == std::string_view("prev")) != runs_backward(operand_type(0));
          answer = computed(Op::Add, operand_value(0), by, back ? -1 : 1, Shape::Signed);
          break;
        }
        const Register old = load(object, Shape::Pointer);
        use(old, loop_position(expression) ? Handle::Loop : Handle::Iterator, name, true);
        const bool by_argument = verb.number == 2 || verb.number == 3;
        const int forward = runs_backward(object_type) ? -1 : 1;
        const Register next =
            by_argument
                ? computed(Op::Add, old, operand(0), verb.number == 2 ? forward : -forward, Shape::Signed)
                : computed(Op::Add, old, kNoRegister, forward * verb.number, Shape::Signed);
        store(object, next);
        answer = !by_argument && !arguments.empty() ? old : object;
        break;
      }
      case Verb::Op::Fresh: {
        const Register found = fresh();
        emit({.op = Op::MaybeNull,
              .to = found,
              .a = computed(Op::Element, operand_value(verb.argument)),
              .flag = true});
        answer = found;
        break;
      }
    }
  }
  for (const Expr* given : arguments) {
    if (given->isXValue() && !model.verbs.empty() && object != kNoRegister && model.takes)
      moved(eval(given), given, name);
  }
  if (answer == kNoRegister) return result_unknown(expression);
  const Register given = result(expression, answer);
  if (was_there != kNoRegister) {
    for (const FieldDecl* member : expression->getType()->getAsCXXRecordDecl()->getDefinition()->fields()) {
      if (member->getType()->isBooleanType()) store(field(given, member), computed(Op::Not, was_there));
    }
  }
  return given;
}

// The members of an object of `type` are zero.
void Lowering::fill_zeros(clang::QualType type, Register object, unsigned depth) {
  const auto* record = type->getAsRecordDecl();
  if (depth > 2 || !record || !record->getDefinition() || record->isUnion()) return;
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    if (field->getType()->isScalarType()) {
      store(this->field(object, field), constant(0));
    } else if (types_.kind(field->getType()) == TypeKind::Record) {
      fill_zeros(field->getType(), this->field(object, field), depth + 1);
    }
  }
}

// make_unique<T>(...): T's constructor, when it is clear which.
// How many elements the container, or std::array, has.
Register Lowering::size_of(Register container, clang::QualType type) {
  if (const auto size = types_.extent(type)) return constant(*size);
  const Register size = fresh();
  emit({.op = Op::Size, .to = size, .a = container});
  return size;
}

void Lowering::construct_made(clang::QualType type, Register object,
                              const std::vector<const clang::Expr*>& arguments) {
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
