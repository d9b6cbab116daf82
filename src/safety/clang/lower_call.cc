// Calls: of what a model describes, of what has a summary, and of what nothing is known of.
#include <algorithm>

#include "clang/AST/Attr.h"
#include "clang/Basic/Builtins.h"
#include "safety/clang/lower.h"

namespace hull::safety {

const char* Lowering::word(const clang::NamedDecl* declaration) {
  return kept(declaration->getDeclName().getAsString());
}

Register Lowering::call(const clang::CallExpr* expression) {
  using namespace clang;
  const FunctionDecl* callee = expression->getDirectCallee();
  std::vector<const Expr*> arguments(expression->arguments().begin(), expression->arguments().end());
  if (callee) {
    switch (callee->getBuiltinID()) {
      case Builtin::BI__builtin_expect:
      case Builtin::BI__builtin_expect_with_probability:
      case Builtin::BI__builtin_addressof:
      case Builtin::BI__builtin_launder:
        return eval(arguments[0]);
      case Builtin::BI__builtin_unreachable:
      case Builtin::BI__builtin_trap:
        emit({.op = Op::Stop});
        return unknown(Shape::None);
      case Builtin::BI__builtin_assume:
        emit({.op = Op::Assume, .a = eval(arguments[0]), .flag = true});
        return unknown(Shape::None);
      default:
        break;
    }
  }
  if (const auto* member = dyn_cast<CXXMemberCallExpr>(expression)) {
    const Expr* object = member->getImplicitObjectArgument();
    const Register where = object ? eval(object) : unknown(Shape::Pointer, true);
    const bool pointer = object && object->getType()->isPointerType();
    if (object && !isa<CXXThisExpr>(bare(object)) && (pointer || !names_local(object))) {
      use(where, pointer ? Handle::Raw : Handle::Reference, nullptr, !pointer);
    }
    const QualType type = !object   ? QualType()
                          : pointer ? object->getType()->getPointeeType()
                                    : object->getType();
    if (!callee) {
      for (const Expr* argument : arguments) eval(argument);
      return result_unknown(expression);
    }
    return call_function(expression, callee, where, type, arguments);
  }
  if (const auto* operation = dyn_cast<CXXOperatorCallExpr>(expression); operation && callee) {
    const auto* method = dyn_cast<CXXMethodDecl>(callee);
    if (method && method->isInstance() && !arguments.empty()) {
      const Expr* object = arguments[0];
      const Register where = eval(object);
      if (!names_local(object)) use(where, Handle::Reference, nullptr, true);
      arguments.erase(arguments.begin());
      return call_function(expression, callee, where, object->getType(), arguments);
    }
    // Comparisons of positions and pointers.
    const OverloadedOperatorKind kind = operation->getOperator();
    if ((kind == OO_EqualEqual || kind == OO_ExclaimEqual) && arguments.size() == 2) {
      const TypeKind left = types_.kind(arguments[0]->getType()),
                     right = types_.kind(arguments[1]->getType());
      const auto compares = [](TypeKind side) {
        return side == TypeKind::Iterator || side == TypeKind::Unique || side == TypeKind::Shared ||
               side == TypeKind::Pointer || side == TypeKind::Function;
      };
      if (compares(left) && compares(right)) {
        const Register a = value(arguments[0]), b = value(arguments[1]);
        const Register equal = computed(Op::Equal, a, b);
        return kind == OO_EqualEqual ? equal : computed(Op::Not, equal);
      }
      const auto* nothing = arguments[1]->getType()->getAsCXXRecordDecl();
      if (left == TypeKind::Optional && nothing && nothing->getName() == "nullopt_t") {
        const Register engaged = load(eval(arguments[0]), Shape::Bool);
        return kind == OO_EqualEqual ? computed(Op::Not, engaged)
                                     : computed(Op::Not, computed(Op::Not, engaged));
      }
    }
    // The distance of two positions is a number; a position and a number make a position.
    if ((kind == OO_Plus || kind == OO_Minus) && arguments.size() == 2 &&
        types_.kind(arguments[0]->getType()) == TypeKind::Iterator &&
        types_.kind(expression->getType()) == TypeKind::Iterator) {
      return result(expression, computed(Op::Add, value(arguments[0]), eval(arguments[1]),
                                         kind == OO_Plus ? 1 : -1, Shape::Signed));
    }
  }
  if (callee) return call_function(expression, callee, kNoRegister, {}, arguments);
  // Through a pointer to a function.
  const Register target = eval(expression->getCallee());
  if (expression->getCallee()->getType()->isPointerType()) use(target, Handle::Function);
  return call_unknown(expression, nullptr, kNoRegister, arguments);
}

Register Lowering::call_function(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                 Register object, clang::QualType object_type,
                                 const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  const char* name = word(callee);
  Register result = kNoRegister;
  bool done = false;
  if (method && method->isInstance() && !isa<CXXConstructorDecl>(method)) {
    const TypeModel* model = types_.model(method->getParent());
    const TypeKind kind = types_.kind(context_.getRecordType(method->getParent()));
    const bool assignment = method->getOverloadedOperator() == OO_Equal && arguments.size() == 1;
    if (assignment && (!method->isUserProvided() || kind != TypeKind::Record)) {
      return assign(object, object_type, arguments[0]);
    }
    if (model && kind != TypeKind::Record) {
      const std::string full = qualified_name(callee);
      const auto colon = full.rfind("::");
      const std::string_view method_name =
          std::string_view(full).substr(colon == std::string::npos ? 0 : colon + 2);
      const FunctionModel* known = types_.models().method(*model, method_name);
      if (!known && method->getOverloadedOperator() != OO_None) known = types_.models().method(*model, name);
      static const FunctionModel kNothing{};
      result = call_model(expression, known ? *known : kNothing, model, object, object_type, arguments, name);
      done = true;
    }
  }
  if (!done) {
    if (const FunctionModel* known = types_.models().function(qualified_name(callee))) {
      result = call_model(expression, *known, nullptr, object, object_type, arguments, name);
      done = true;
    }
  }
  const bool bound_virtually = method && method->isVirtual() &&
                               !isa<CXXConstructorDecl, CXXDestructorDecl>(method) &&
                               !method->hasAttr<FinalAttr>() && !method->getParent()->isEffectivelyFinal();
  if (!done && !bound_virtually) {
    if (const Summary* summary = summaries_.summary(callee)) {
      result = call_summary(expression, callee, *summary, object, arguments);
      done = true;
    }
  }
  if (!done) result = call_unknown(expression, callee, object, arguments);
  // Who gets a closure may run it.
  for (const Expr* argument : arguments) {
    const QualType type = argument->getType().getNonReferenceType();
    const auto* record = type->getAsCXXRecordDecl();
    if (record && record->isLambda()) {
      emit({.op = Op::Escape, .a = eval(argument), .flag = false, .deep = true});
    }
  }
  if (callee->isNoReturn()) emit({.op = Op::Stop});
  return result;
}

// What is known of a value that is looked up: the number, or which object it is.
Register Lowering::key(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  while (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(inner))
    inner = bare(temporary->getSubExpr());
  while (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(inner)) {
    if (cast->getCastKind() == clang::CK_LValueToRValue) break;
    inner = bare(cast->getSubExpr());
  }
  if (inner->getType()->isIntegralOrEnumerationType()) {
    const Register known = eval(inner);
    return inner->isGLValue() ? load(known, types_.shape(inner->getType())) : known;
  }
  if (const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(inner);
      construct && construct->getNumArgs() > 0) {
    return key(construct->getArg(0));
  }
  return eval(inner);
}

Register Lowering::result(const clang::Expr* expression, Register value) {
  if (expression->isPRValue() && expression->getType()->isArithmeticType() &&
      types_.shape(expression->getType()) == Shape::None) {
    return unknown(Shape::None);
  }
  if (!expression->getType()->isRecordType() || expression->isGLValue()) return value;
  const PlaceId place = destination(expression);
  begin(place, false);
  const Register object = address(place);
  if (types_.handle(expression->getType())) {
    store(object, value);
  } else if (types_.kind(expression->getType()) == TypeKind::Optional) {
    store(object, value);
  } else if (types_.borrows(expression->getType())) {
    emit({.op = Op::Put, .a = part(object, Step::Content), .b = value});
  }
  return object;
}

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

// object = argument, for types that copy() knows.
Register Lowering::assign(Register object, clang::QualType type, const clang::Expr* argument) {
  using namespace clang;
  type = type.getNonReferenceType();
  const Expr* inner = bare(argument);
  const QualType given = inner->getType().getNonReferenceType();
  const TypeKind kind = types_.kind(type);
  if (context_.hasSameUnqualifiedType(type, given)) {
    const Register from = eval(inner);
    if (!names_local(inner)) use(from);
    read(from, true, "assignment");
    const auto* temporary = dyn_cast<MaterializeTemporaryExpr>(inner);
    const bool move = (inner->isXValue() || inner->isPRValue() || temporary) && !given.isConstQualified();
    copy(type, object, from, move, true);
    if (move && !temporary) moved(from, argument, "move");
    return object;
  }
  const auto* record = given->getAsCXXRecordDecl();
  const bool nothing = given->isNullPtrType() || (record && record->getName() == "nullopt_t");
  switch (kind) {
    case TypeKind::Unique:
    case TypeKind::Shared: {
      const Register held = nothing ? constant(0) : value(inner);
      if (!nothing && types_.kind(given) == TypeKind::Unique) {
        read(eval(inner), true);
        store(eval(inner), constant(0));
        moved(eval(inner), argument, "move");
      }
      if (types_.kind(given) == TypeKind::Shared && !inner->isXValue()) emit({.op = Op::Share, .a = held});
      destroy(type, object);
      emit({.op = Op::Renew, .a = object});
      store(object, held);
      break;
    }
    case TypeKind::Optional: {
      emit({.op = Op::Invalidate,
            .a = part(object, Step::Field),
            .cause = Cause::Elements,
            .flag = true,
            .word = "assignment"});
      emit({.op = Op::Renew, .a = object});
      if (nothing) {
        store(object, constant(0));
        break;
      }
      store(object, constant(1));
      const Register into = part(object, Step::Field);
      if (!given->isRecordType() || types_.handle(given))
        store(into, value(inner));
      else
        copy(given, into, eval(inner), inner->isXValue(), false);
      if (inner->isXValue()) moved(eval(inner), argument, "move");
      break;
    }
    case TypeKind::Function: {
      emit({.op = Op::Renew, .a = object});
      if (nothing) {
        store(object, constant(0));
        break;
      }
      const Register held = given->isRecordType() && !types_.handle(given)
                                ? load(eval(inner), Shape::None, true)
                                : value(inner);
      const Register callable = fresh();
      emit({.op = Op::Hold, .to = callable, .a = held});
      store(object, callable);
      break;
    }
    case TypeKind::Container:
      eval(inner);
      emit({.op = Op::Invalidate, .a = content(object), .cause = Cause::Elements, .word = "assignment"});
      emit({.op = Op::Renew, .a = object});
      emit({.op = Op::SetSize, .a = object, .b = unknown(Shape::Unsigned), .flag = true});
      put(content(object), inner, types_.element(type));
      break;
    default:
      emit({.op = Op::Renew, .a = object});
      store(object, given->isRecordType() && !types_.handle(given) ? load(eval(inner), Shape::None, true)
                                                                   : value(inner));
      break;
  }
  return object;
}

Register Lowering::call_model(const clang::Expr* expression, const FunctionModel& model,
                              const TypeModel* type, Register object, clang::QualType object_type,
                              const std::vector<const clang::Expr*>& arguments, const char* name) {
  using namespace clang;
  const TypeKind kind = type ? type->kind : TypeKind::Other;
  Register answer = kNoRegister;
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
  for (const Expr* given : arguments) {
    if (isa<CXXDefaultArgExpr>(given)) continue;
    const Register where = eval(given);
    if (given->isGLValue() && !names_local(given)) use(where, Handle::Reference, nullptr, true);
    const QualType given_type = given->getType();
    if (given->isGLValue() && given_type->isRecordType() && !given->isXValue()) read(where, true, name);
    const TypeKind given_kind = types_.kind(given_type);
    if (given_kind == TypeKind::View || given_kind == TypeKind::Iterator ||
        (given_kind == TypeKind::Pointer && !given->isGLValue())) {
      use(value(given), given_kind == TypeKind::Iterator ? Handle::Iterator : Handle::View, name, true);
    }
  }
  if (kind == TypeKind::View && object != kNoRegister)
    use(load(object, Shape::Pointer), Handle::View, name, true);
  const auto element_register = [&](Register of, std::int64_t number, Register at) {
    const Register to = fresh();
    emit({.op = Op::At, .to = to, .a = of, .b = at, .number = number});
    return to;
  };
  // When the elements are containers that keep their own elements when they move.
  const auto inner_steps = [&](int index) {
    const QualType inside = types_.element(operand_type(index));
    const TypeModel* inner = inside.isNull() ? nullptr : types_.model(inside->getAsCXXRecordDecl());
    return inner && inner->kind == TypeKind::Container && inner->stable ? Step::Content : Step::None;
  };
  const auto iterator_argument = [&](int index) {
    return argument(index) && types_.kind(argument(index)->getType()) == TypeKind::Iterator;
  };
  for (const Verb& verb : model.verbs) {
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
        }
        break;
      case Verb::Op::Element:
        answer = content(operand(verb.argument));
        break;
      case Verb::Op::ElementAt:
        answer = element_register(operand(verb.argument), 0,
                                  argument(verb.other) ? key(argument(verb.other)) : kNoRegister);
        break;
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
        const Register held = load(operand(verb.argument), Shape::Pointer);
        use(held,
            what == TypeKind::Iterator ? Handle::Iterator
            : what == TypeKind::View   ? Handle::View
                                       : Handle::Smart,
            nullptr, what == TypeKind::View);
        answer = computed(Op::Element, held);
        break;
      }
      case Verb::Op::Past:
        answer = computed(Op::Past, operand_value(verb.argument));
        break;
      case Verb::Op::View:
        answer = content(operand(verb.argument));
        break;
      case Verb::Op::Begin:
      case Verb::Op::End:
      case Verb::Op::Position:
      case Verb::Op::Find: {
        const TypeKind what = of_kind(verb.op == Verb::Op::Find ? -1 : verb.argument);
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
        emit({.op = Op::Position,
              .to = found,
              .a = verb.op == Verb::Op::Find ? object : operand(verb.argument),
              .b = verb.op == Verb::Op::Find && argument(verb.argument) ? key(argument(verb.argument))
                                                                        : kNoRegister,
              .number = number});
        answer = found;
        break;
      }
      case Verb::Op::FindIn:
        answer = computed(Op::FindIn, operand_value(verb.argument), operand_value(verb.other));
        break;
      case Verb::Op::Grow:
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
      case Verb::Op::Erase:
      case Verb::Op::EraseAfter: {
        const Expr* given = argument(verb.argument);
        if (!given) break;
        const Register gone =
            iterator_argument(verb.argument) ? value(given) : element_register(object, 0, key(given));
        emit({.op = Op::EraseAt,
              .a = object,
              .b = gone,
              .cause = Cause::Elements,
              .flag = verb.op == Verb::Op::EraseAfter,
              .word = name});
        if (arguments.size() > 1) emit({.op = Op::SetSize, .a = object, .b = unknown(Shape::Unsigned)});
        break;
      }
      case Verb::Op::Shrink:
        emit({.op = Op::Resize, .a = operand(verb.argument), .number = verb.number});
        break;
      case Verb::Op::Size:
      case Verb::Op::Empty: {
        const TypeKind what = of_kind(verb.argument);
        Register size = kNoRegister;
        if (what == TypeKind::Container || what == TypeKind::Inline) {
          size = fresh();
          emit({.op = Op::Size, .to = size, .a = operand(verb.argument)});
        } else if (what == TypeKind::View) {
          size = computed(Op::ViewSize, operand_value(verb.argument));
        } else {
          size = unknown(Shape::Unsigned);
        }
        answer = verb.op == Verb::Op::Size ? size : computed(Op::Not, size);
        break;
      }
      case Verb::Op::SetSize:
        emit({.op = Op::SetSize, .a = operand(verb.argument), .b = unknown(Shape::Unsigned)});
        break;
      case Verb::Op::SizeOf:
        emit({.op = Op::SetSize, .a = operand(verb.argument), .b = operand(verb.other)});
        break;
      case Verb::Op::Reserve:
        emit({.op = Op::Reserve, .a = operand(verb.argument), .b = operand(verb.other)});
        break;
      case Verb::Op::NonEmpty:
        emit({.op = Op::NonEmpty, .a = operand(verb.argument), .word = name});
        break;
      case Verb::Op::Index:
        if (of_kind(-1) == TypeKind::Inline) {
          const auto* special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
              object_type.getNonReferenceType()->getAsCXXRecordDecl());
          if (special && special->getTemplateArgs().size() > 1 &&
              special->getTemplateArgs()[1].getKind() == TemplateArgument::Integral) {
            if (const auto size = number_of(special->getTemplateArgs()[1].getAsIntegral())) {
              emit({.op = Op::SetSize, .a = object, .number = *size});
            }
          }
        }
        emit({.op = Op::Index, .a = object, .b = operand(verb.argument), .word = name});
        break;
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
          emit({.op = Op::Adopt, .a = fresh_value, .flag = kind == TypeKind::Shared, .word = name});
        }
        const Register held = load(object, Shape::Pointer);
        const QualType owned = types_.element(object_type);
        if (kind == TypeKind::Unique) {
          if (!owned.isNull() && types_.ends(owned)) destroy(owned, held, 1);
          emit({.op = Op::Free, .a = held, .cause = Cause::Owner, .number = kOwner, .word = name});
        } else {
          emit({.op = Op::Unshare, .a = held, .cause = Cause::Owner, .number = kOwner, .word = name});
        }
        store(object, fresh_value);
        break;
      }
      case Verb::Op::Release: {
        const Register held = load(object, Shape::Pointer);
        emit({.op = Op::Disown, .a = held, .word = name});
        store(object, constant(0));
        answer = held;
        break;
      }
      case Verb::Op::Adopt:
        emit({.op = Op::Adopt, .a = operand_value(verb.argument), .word = name});
        break;
      case Verb::Op::Make:
      case Verb::Op::MakeShared: {
        const PlaceId place = facts_->places.base(Base::Heap, expression);
        const bool shared = verb.op == Verb::Op::MakeShared;
        begin(place, false);
        const Register made = address(place);
        emit({.op = Op::Adopt, .a = made, .flag = shared, .word = name});
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
          const Register given = argument(verb.other) && argument(verb.other)->getType()->isNullPtrType()
                                     ? constant(0)
                                     : operand_value(verb.other);
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
        answer = expression->isGLValue()                        ? where
                 : from->isRecordType() && !types_.handle(from) ? load(where, Shape::None, true)
                                                                : operand_value(verb.argument);
        break;
      }
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
          for (const Expr* given : arguments) put(made, given);
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
        emit({.op = Op::Escape, .a = object, .deep = true});
        break;
      case Verb::Op::Keep:
        emit({.op = Op::Escape, .a = operand_value(verb.argument)});
        break;
      case Verb::Op::Allocate: {
        const PlaceId place = facts_->places.base(Base::Heap, expression);
        answer = fresh();
        emit({.op = Op::Allocate, .to = answer, .place = place, .number = kMalloc, .word = name});
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
      case Verb::Op::Free: {
        const Register gone = operand_value(verb.argument);
        emit({.op = Op::Free, .a = gone, .cause = Cause::Delete, .number = kMalloc, .word = name});
        break;
      }
      case Verb::Op::Fits: {
        const Expr* buffer = argument(verb.argument);
        if (!buffer) break;
        const Expr* inner = bare(buffer);
        while (const auto* cast = dyn_cast<CastExpr>(inner)) {
          if (cast->getCastKind() == CK_ArrayToPointerDecay || cast->getCastKind() == CK_LValueToRValue)
            break;
          inner = bare(cast->getSubExpr());
        }
        const QualType pointee = inner->getType()->getPointeeType();
        if (pointee.isNull() || pointee->isIncompleteType()) break;
        const std::int64_t unit = context_.getTypeSizeInChars(pointee).getQuantity();
        emit({.op = Op::Limit,
              .a = operand_value(verb.argument),
              .b = operand_value(verb.other),
              .number = unit,
              .word = name});
        break;
      }
      case Verb::Op::Write: {
        const Register to = operand_value(verb.argument);
        emit({.op = Op::Renew, .a = to});
        store(to, unknown(Shape::None));
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
          answer = computed(Op::Add, operand_value(0), by, name == std::string_view("prev") ? -1 : 1,
                            Shape::Signed);
          break;
        }
        const Register old = load(object, Shape::Pointer);
        use(old, Handle::Iterator, name, true);
        const bool by_argument = verb.number == 2 || verb.number == 3;
        const Register next =
            by_argument ? computed(Op::Add, old, operand(0), verb.number == 2 ? 1 : -1, Shape::Signed)
                        : computed(Op::Add, old, kNoRegister, verb.number, Shape::Signed);
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
  return result(expression, answer);
}

// make_unique<T>(...): T's constructor, when it is clear which.
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
      call_summary(nullptr, chosen, *summary, object, arguments);
      return;
    }
  }
  for (const Expr* given : arguments) {
    if (given->isXValue()) moved(eval(given), given, "move");
    put(content(object), given);
  }
}

Register Lowering::call_summary(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                const Summary& summary, Register object,
                                const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  auto site = std::make_unique<CallSite>();
  site->summary = &summary;
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  if (method && method->isInstance()) {
    site->arguments.push_back(object);
    const bool assignment = method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator();
    if (assignment) emit({.op = Op::Renew, .a = object});
    if (object != kNoRegister && !isa<CXXConstructorDecl>(callee) && !assignment)
      read(object, true, word(callee));
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Expr* argument = arguments[i];
    Register given = eval(argument);
    const ParmVarDecl* parameter =
        i < callee->getNumParams() ? callee->getParamDecl(static_cast<unsigned>(i)) : nullptr;
    const bool by_reference = parameter && parameter->getType()->isReferenceType();
    if (argument->isGLValue() && !names_local(argument)) use(given);
    if (argument->isGLValue() && argument->getType()->isRecordType() && (!argument->isXValue()))
      read(given, true, word(callee));
    // make_unique forwards values too.
    if (!by_reference && argument->isGLValue() && !argument->getType()->isRecordType())
      given = load(given, types_.shape(argument->getType()));
    const TypeKind kind = types_.kind(argument->getType());
    if (kind == TypeKind::View || kind == TypeKind::Iterator)
      use(value(argument), kind == TypeKind::View ? Handle::View : Handle::Iterator, nullptr, true);
    if (kind == TypeKind::Pointer && !argument->isGLValue()) use(given, Handle::Raw, nullptr, true);
    site->arguments.push_back(given);
    if (argument->getType()->isRecordType() && types_.kind(argument->getType()) == TypeKind::Record) {
      // Whoever gets an object may take what its members point to.
      emit({.op = Op::Escape, .a = given, .flag = true, .deep = true});
    }
    if (!by_reference) given_away(argument);
  }
  Register to = fresh();
  if (expression && expression->getType()->isRecordType() && expression->isPRValue() &&
      !isa<CXXConstructorDecl>(callee)) {
    site->result = destination(expression);
    begin(site->result, false);
  }
  emit({.op = Op::Call, .to = to, .word = word(callee), .call = site.get()});
  facts_->calls.push_back(std::move(site));
  return to;
}

Register Lowering::call_unknown(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                Register object, const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  const auto* method = dyn_cast_or_null<CXXMethodDecl>(callee);
  const bool library = callee && context_.getSourceManager().isInSystemHeader(callee->getLocation());
  Register borrowed = kNoRegister;
  const auto borrow = [&](Register from) {
    borrowed = borrowed == kNoRegister ? from : computed(Op::Both, borrowed, from);
  };
  if (object != kNoRegister) {
    if (method && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())) {
      emit({.op = Op::Renew, .a = object});
    } else if (!isa_and_nonnull<CXXConstructorDecl>(callee)) {
      read(object, true, word(callee));
    }
    emit({.op = Op::Escape, .a = object, .flag = method && method->isConst()});
    if (method && method->getTypeSourceInfo() && bound_to_this(method)) borrow(object);
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Expr* argument = arguments[i];
    if (isa<CXXDefaultArgExpr>(argument)) continue;
    const Register given = eval(argument);
    const QualType type = argument->getType();
    const ParmVarDecl* parameter =
        callee && i < callee->getNumParams() ? callee->getParamDecl(static_cast<unsigned>(i)) : nullptr;
    if (argument->isGLValue() && !names_local(argument)) use(given);
    if (argument->isGLValue() && type->isRecordType() && !argument->isXValue())
      read(given, true, callee ? word(callee) : nullptr);
    const TypeKind kind = types_.kind(type);
    if (kind == TypeKind::View || kind == TypeKind::Iterator)
      use(value(argument), kind == TypeKind::View ? Handle::View : Handle::Iterator, nullptr, true);
    if (kind == TypeKind::Pointer && !argument->isGLValue()) use(given, Handle::Raw, nullptr, true);
    if (parameter && parameter->hasAttr<LifetimeBoundAttr>()) {
      borrow(parameter->getType()->isReferenceType() || !type->isRecordType() ? given : value(argument));
    }
    if (argument->isGLValue()) {
      QualType target = parameter ? parameter->getType() : type;
      const bool constant =
          (target->isReferenceType() ? target->getPointeeType() : target).isConstQualified();
      const bool no_escape = parameter && parameter->hasAttr<NoEscapeAttr>();
      if (library && constant) {
        // A library function that takes something by const reference keeps nothing of it.
      } else {
        emit({.op = Op::Escape, .a = given, .flag = constant || no_escape});
      }
      if (argument->isXValue() && target->isRValueReferenceType())
        moved(given, argument, callee ? word(callee) : "call");
    } else if (type->isPointerType()) {
      emit({.op = Op::Escape, .a = given, .flag = type->getPointeeType().isConstQualified()});
    } else if (type->isRecordType() && types_.borrows(type)) {
      emit({.op = Op::Escape, .a = given, .flag = kind == TypeKind::View, .deep = true});
    }
    if (argument->isPRValue()) given_away(argument);
  }
  if (expression && borrowed != kNoRegister) return result(expression, borrowed);
  if (!expression) return kNoRegister;
  if (isa<CXXConstructExpr>(expression)) return object;
  return result_unknown(expression);
}

// An object that is passed by value is the callee's to destroy.
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
