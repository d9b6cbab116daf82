// Objects: how they are made.
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// A string literal, also behind its decay to a pointer.
const clang::StringLiteral* literal_of(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(inner)) inner = bare(cast->getSubExpr());
  return llvm::dyn_cast<clang::StringLiteral>(inner);
}

// Whether a member of class type has an initializer in the class, or a constructor of its own.
bool has_object_initializer(const clang::CXXRecordDecl* record) {
  const auto* definition = record->getDefinition();
  return definition &&
         std::any_of(definition->field_begin(), definition->field_end(), [](const clang::FieldDecl* field) {
           const auto* member = field->getType()->getAsCXXRecordDecl();
           return member && (field->hasInClassInitializer() ||
                             (member->hasDefinition() && member->hasUserProvidedDefaultConstructor()));
         });
}

}  // namespace

void Lowering::begin(PlaceId place, bool unwritten) {
  emit({.op = Op::Begin, .place = place, .cause = Cause::Declared, .flag = unwritten});
}

// Numbers and pointers of an object that no constructor wrote.
void Lowering::unwritten_fields(clang::QualType type, PlaceId place, unsigned depth) {
  if (depth > 2) return;
  if (!type->isRecordType()) {
    if (type->isScalarType()) begin(place, true);
    return;
  }
  const auto* record = type->getAsRecordDecl();
  if (!record || !record->getDefinition() || record->isUnion()) return;
  if (const auto* cxx = llvm::dyn_cast<clang::CXXRecordDecl>(record)) {
    if (types_.kind(type) != TypeKind::Record) return;
    if (cxx->hasUserProvidedDefaultConstructor()) return;
  }
  for (const clang::FieldDecl* field : record->getDefinition()->fields()) {
    if (field->hasInClassInitializer() || field->getType()->isArrayType() || field->isUnnamedBitField())
      continue;
    unwritten_fields(field->getType(), facts_->places.field(place, known(field)), depth + 1);
  }
}

Register Lowering::construct(const clang::CXXConstructExpr* expression) {
  using namespace clang;
  const CXXConstructorDecl* constructor = expression->getConstructor();
  const QualType type = expression->getType();
  const PlaceId place = destination(expression);
  // An elided copy: the source was made in place.
  if (expression->isElidable() && expression->getNumArgs() == 1) {
    const Expr* source = bare(expression->getArg(0));
    if (const auto* temporary = dyn_cast<MaterializeTemporaryExpr>(source)) {
      const auto made = destinations_.find(maker(temporary->getSubExpr()));
      if (made != destinations_.end() && made->second == place) return address(place);
    }
  }
  // Arrays of objects are made element by element.
  if (type->isArrayType()) {
    begin(place, false);
    if (const auto* array = context_.getAsConstantArrayType(type)) {
      emit({.op = Op::SetSize,
            .a = address(place),
            .number = static_cast<std::int64_t>(array->getSize().getLimitedValue())});
    }
    return address(place);
  }
  const TypeKind kind = types_.kind(type);
  std::vector<Register> arguments;
  for (const Expr* argument : expression->arguments()) arguments.push_back(eval(argument));
  const auto base = bases_.find(expression);
  const bool whole = base == bases_.end() || !base->second;
  if (whole) begin(place, false);
  const Register object = address(place);
  if (construct_shared(constructor->getParent(), object,
                       arguments.size() == 1 ? expression->getArg(0) : nullptr))
    return object;
  const bool copy_or_move = constructor->isCopyOrMoveConstructor() && !arguments.empty();
  if (copy_or_move) {
    const Expr* source = expression->getArg(0);
    const bool move = constructor->isMoveConstructor();
    if (!names_local(source)) use(arguments[0]);
    if (types_.moves(source->getType()) || types_.borrows(source->getType()))
      read(arguments[0], true, "copy");
    const bool implicit = kind != TypeKind::Record || !constructor->isUserProvided();
    if (implicit) {
      if (base != bases_.end()) {
        // The rest of the source stays.
        copy_base(type, object, arguments[0], move, false, 0);
        if (names_base(bare(source))) return object;
      } else {
        copy(type, object, arguments[0], move, false);
      }
      if (move) moved(arguments[0], source, "move");
      return object;
    }
    const auto like_any = [&] {
      // A body that is not seen makes owners of its own.
      if (!move && types_.ends(type)) return;
      copy(type, object, arguments[0], move, false);
    };
    const Summary* summary = summaries_.summary(constructor);
    const bool elsewhere = !summary && defined_elsewhere(constructor);
    note_call(expression, constructor,
              elsewhere                ? Called::How::Elsewhere
              : constructor->hasBody() ? Called::How::Body
                                       : Called::How::Unknown);
    if (!summary && !elsewhere) {
      like_any();
      return object;
    }
    // What its author leaves behind is what the body says.
    call_summary(expression, constructor, summary, object,
                 {expression->getArgs(), expression->getArgs() + expression->getNumArgs()});
    if (!summary) otherwise(like_any);
    return object;
  }
  if (kind != TypeKind::Record) {
    construct_handle(type, object, {expression->getArgs(), expression->getArgs() + expression->getNumArgs()});
    return object;
  }
  if (is_pair(constructor->getParent()) && !constructor->isDefaultConstructor()) {
    make(type, object, {expression->getArgs(), expression->getArgs() + expression->getNumArgs()});
    return object;
  }
  const bool implicit_default = constructor->isDefaultConstructor() && !constructor->isUserProvided();
  if (implicit_default && !constructor->isTrivial() && has_object_initializer(constructor->getParent())) {
    if (const Summary* summary = summaries_.summary(constructor)) {
      call_summary(expression, constructor, summary, object, {});
      if (expression->requiresZeroInitialization()) {
        for (const FieldDecl* field : constructor->getParent()->fields()) {
          if (field->getType()->isScalarType() && !field->hasInClassInitializer())
            store(this->field(object, field), constant(0));
        }
      }
      return object;
    }
  }
  if (constructor->isTrivial() || implicit_default) {
    // Members in order; those of class type make themselves.
    unwritten_fields(type, place, 0);
    const auto* record = type->getAsCXXRecordDecl()->getDefinition();
    for (const FieldDecl* field : record->fields()) {
      const TypeKind field_kind = types_.kind(field->getType());
      const Register member = this->field(object, field);
      if (const Expr* init = field->hasInClassInitializer() ? field->getInClassInitializer() : nullptr) {
        if (!field->getType()->isRecordType() && !field->getType()->isArrayType() &&
            !field->getType()->isReferenceType()) {
          Expr::EvalResult value;
          if (!init->isValueDependent() && field->getType()->isIntegralOrEnumerationType() &&
              init->EvaluateAsInt(value, context_)) {
            const auto number = number_of(value.Val.getInt());
            store(member, number ? constant(*number) : unknown(types_.shape(field->getType())));
          } else if (init->isNullPointerConstant(context_, Expr::NPC_ValueDependentIsNotNull)) {
            store(member, constant(0));
          }
          continue;
        }
      }
      switch (field_kind) {
        case TypeKind::Unique:
        case TypeKind::Shared:
        case TypeKind::Weak:
        case TypeKind::Function:
        case TypeKind::Optional:
          if (!field->hasInClassInitializer()) store(member, constant(0));
          break;
        case TypeKind::Container:
          if (!field->hasInClassInitializer()) emit({.op = Op::SetSize, .a = member});
          break;
        default:
          break;
      }
    }
    if (expression->requiresZeroInitialization()) {
      if (whole) emit({.op = Op::Renew, .a = object});
      // Which alternative a union holds is said elsewhere: that its bits are zero makes no pointer null.
      if (record->isUnion()) return object;
      for (const FieldDecl* field : record->fields()) {
        if (field->getType()->isScalarType() && !field->hasInClassInitializer())
          store(this->field(object, field), constant(0));
      }
    }
    return object;
  }
  call_function(expression, constructor, object, type,
                {expression->getArgs(), expression->getArgs() + expression->getNumArgs()});
  // The message of a failed check: it is streamed into, and its end is the end of the program.
  const CXXDestructorDecl* destructor = type->getAsCXXRecordDecl()->getDestructor();
  if (destructor && destructor->isNoReturn() && facts_->places[place].base == Base::Temporary)
    emit({.op = Op::Stop});
  return object;
}

// Constructors of types that a model describes, but for copies.
void Lowering::construct_handle(clang::QualType type, Register object,
                                const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  const TypeKind kind = types_.kind(type);
  const std::size_t count = arguments.size();
  const Expr* first = count > 0 ? bare(arguments[0]) : nullptr;
  const bool nothing = count == 0 || isa<CXXDefaultArgExpr>(arguments[0]);
  const auto is_null = [&](const Expr* argument) { return types_.empty_of(type, argument->getType()); };
  switch (kind) {
    case TypeKind::Unique:
    case TypeKind::Shared:
    case TypeKind::Weak: {
      if (nothing || is_null(first)) {
        store(object, constant(0));
        break;
      }
      const Register given = value(arguments[0]);
      const TypeKind from = types_.kind(first->getType());
      if (from == TypeKind::Pointer) {
        emit({.op = Op::Adopt,
              .a = given,
              .flag = kind == TypeKind::Shared,
              .number = count > 1 ? std::int64_t{kAnyAllocation} : deleter(type),
              .word = kind == TypeKind::Shared ? "shared_ptr" : "unique_ptr"});
        store(object, given);
      } else if (from == TypeKind::Unique || from == TypeKind::Shared || from == TypeKind::Weak) {
        if (!names_local(first)) use(eval(first));
        read(eval(first), true);
        const bool move = first->isXValue() || first->isPRValue();
        store(object, given);
        if (kind == TypeKind::Shared && from == TypeKind::Shared && !move)
          emit({.op = Op::Share, .a = given});
        if (move && kind != TypeKind::Weak) {
          emptied(eval(first));
          moved(eval(first), first, "move");
        }
      } else {
        store(object, given);
      }
      break;
    }
    case TypeKind::Optional: {
      if (nothing || is_null(first)) {
        const TypeModel* made = types_.model(type->getAsCXXRecordDecl());
        store(object, constant(nothing && made && made->full));
        break;
      }
      store(object, constant(1));
      const auto* given = first->getType()->getAsCXXRecordDecl();
      if (given && given->getName() == "in_place_t") {
        for (std::size_t i = 1; i < count; ++i) put(part(object, Step::Field), arguments[i]);
        break;
      }
      if (types_.kind(first->getType()) == TypeKind::Optional) {
        store(object, load(eval(first), Shape::Bool));
        break;
      }
      make(types_.element(type), part(object, Step::Field), {first});
      if (first->isXValue()) moved(eval(first), first, "move");
      break;
    }
    case TypeKind::View: {
      if (nothing) {
        store(object, constant(0));
        break;
      }
      // A view of a pointer, an array, a container or another view.
      const QualType given = first->getType();
      switch (types_.kind(given)) {
        case TypeKind::Container:
        case TypeKind::Inline:
        case TypeKind::Array: {
          const Register source = eval(first);
          if (!names_local(first)) use(source);
          read(source, true);
          Register size = kNoRegister;
          if (const auto* array = context_.getAsConstantArrayType(given.getNonReferenceType())) {
            // Of an array of characters a view is as long as the text.
            if (types_.element(type).isNull() || !types_.element(type)->isAnyCharacterType())
              size = constant(static_cast<std::int64_t>(array->getSize().getLimitedValue()));
          } else {
            size = size_of(source, given);
          }
          store(object, computed(Op::ViewOf, content(source), size));
          break;
        }
        default:
          if (given->isRecordType() && !types_.handle(given)) {
            store(object, eval(first));
          } else if (!given->isRecordType() && !given->isPointerType() && first->isGLValue()) {
            store(object, eval(first));
          } else if (given->isPointerType() && count > 1 && arguments[1]->getType()->isIntegerType()) {
            const Register from = value(first);
            store(object, computed(Op::ViewOf, from, value(arguments[1])));
          } else if (given->isPointerType() && literal_of(first)) {
            const Register from = value(first);
            store(object, computed(Op::ViewOf, from, computed(Op::TextSize, from)));
          } else {
            store(object, value(first));
          }
          break;
      }
      break;
    }
    case TypeKind::Iterator:
      if (nothing) break;
      // One of the author's own is copied.
      if (const Register held = kept_of(type, arguments[0]); held != kNoRegister) store(object, held);
      break;
    case TypeKind::Function: {
      if (nothing || is_null(first)) {
        store(object, constant(0));
        break;
      }
      if (strict_) note_kept(arguments[0]);
      // It holds whatever the callable holds.
      const Register held = load(eval(first), Shape::None, true);
      const Register callable = fresh();
      emit({.op = Op::Hold, .to = callable, .a = held});
      store(object, callable);
      if (const auto* made = dyn_cast<MaterializeTemporaryExpr>(first); made || first->isXValue())
        owned_moves(first->getType(), eval(first));
      break;
    }
    case TypeKind::Container:
    case TypeKind::Inline: {
      if (nothing) {
        // An array has its elements from the start.
        emit({.op = Op::SetSize, .a = object, .number = types_.extent(type).value_or(0)});
        break;
      }
      const QualType given = first->getType();
      const TypeKind from = types_.kind(given);
      const auto* list = dyn_cast<CXXStdInitializerListExpr>(first);
      if (list) {
        const auto* array = context_.getAsConstantArrayType(bare(list->getSubExpr())->getType());
        if (!array) {
          if (const auto* temporary = dyn_cast<MaterializeTemporaryExpr>(list->getSubExpr())) {
            array = context_.getAsConstantArrayType(temporary->getSubExpr()->getType());
          }
        }
        if (array && kind == TypeKind::Container) {
          emit({.op = Op::SetSize,
                .a = object,
                .number = static_cast<std::int64_t>(array->getSize().getLimitedValue())});
          emit({.op = Op::Reserve,
                .a = object,
                .b = constant(static_cast<std::int64_t>(array->getSize().getLimitedValue()))});
        }
        const Register elements = load(eval(first), Shape::Pointer);
        put_listed(content(object), elements, types_.element(type));
      } else if (given->isIntegralOrEnumerationType()) {
        const Register size = eval(arguments[0]);
        emit({.op = Op::SetSize, .a = object, .b = size});
        emit({.op = Op::Reserve, .a = object, .b = size});
        const TypeKind inside = types_.kind(types_.element(type));
        if (count > 1 && !isa<CXXDefaultArgExpr>(arguments[1])) {
          put(content(object), arguments[1]);
        } else if (inside == TypeKind::Pointer || inside == TypeKind::Unique || inside == TypeKind::Shared ||
                   inside == TypeKind::Function) {
          emit({.op = Op::Vacate, .a = object});
        }
      } else if (const auto* literal = literal_of(first)) {
        emit({.op = Op::SetSize, .a = object, .number = static_cast<std::int64_t>(literal->getLength())});
      } else {
        for (const Expr* argument : arguments) {
          const TypeKind argument_kind = types_.kind(argument->getType());
          const auto* closure = argument->getType()->getAsCXXRecordDecl();
          if (argument_kind == TypeKind::Function || (closure && closure->isLambda())) {
            // A comparator or hash, which stays for as long as the container.
            if (const Register held = kept_of(type, argument); held != kNoRegister) store(object, held);
          } else if (argument_kind == TypeKind::Pointer || argument_kind == TypeKind::View ||
                     argument_kind == TypeKind::Iterator) {
            const Register given_value = value(argument);
            use(given_value, Handle::View, nullptr, true);
          } else if (from == TypeKind::Container || from == TypeKind::Inline) {
            const Register source = eval(argument);
            if (!names_local(argument)) use(source);
            read(source, true);
            if (argument->isXValue()) moved(source, argument, "move");
          }
        }
      }
      break;
    }
    case TypeKind::Bag: {
      // A library object keeps what it is made of.
      Register all = kNoRegister;
      for (const Expr* argument : arguments) {
        if (isa<CXXDefaultArgExpr>(argument)) continue;
        const Register held = kept_of(type, argument);
        if (argument->isXValue()) owned_moves(argument->getType(), eval(argument));
        if (argument->isXValue() && types_.moves(argument->getType()))
          moved(eval(argument), argument, "move");
        if (held != kNoRegister) all = all == kNoRegister ? held : computed(Op::Both, all, held);
      }
      store(object, all == kNoRegister ? unknown(Shape::None) : all);
      if (is_variant(type)) choose_alternative(type, object, nothing ? nullptr : bare(arguments[0]));
      break;
    }
    default:
      // What the library keeps of its arguments, it may free. What it calls, a thread's function, may write.
      const bool calls = std::any_of(arguments.begin(), arguments.end(), [&](const Expr* argument) {
        const QualType given = argument->getType().getNonReferenceType();
        return given->isFunctionType() || given->isFunctionPointerType() || types_.callable(given) ||
               types_.kind(given) == TypeKind::Bag;
      });
      for (const Expr* argument : arguments) {
        const QualType given = argument->getType().getNonReferenceType();
        if (!given->isPointerType() && !types_.borrows(given)) continue;
        emit({.op = Op::Escape,
              .a = given->isPointerType() ? value(argument) : eval(argument),
              .flag = !calls,
              .deep = !given->isPointerType()});
      }
      break;
  }
}

// What an object of the library's, of type `holder`, keeps of an argument that it is made of: a copy of what
// the argument holds, or the argument itself.
Register Lowering::kept_of(clang::QualType holder, const clang::Expr* argument) {
  const clang::QualType type = argument->getType();
  const Register given = eval(argument);
  if (argument->isGLValue() && types_.points_to(holder, type)) return given;
  if (type->isPointerType()) return value(argument);
  if (type->isRecordType() && argument->isGLValue() && types_.views(holder, type, argument->isXValue()))
    return content(given);
  if (!type->isRecordType() || !types_.borrows(type)) return kNoRegister;
  return types_.handle(type) ? value(argument) : load(given, Shape::None, true);
}

// The object `to` of `type` is made of the arguments, by a constructor that the library chooses.
void Lowering::make(clang::QualType type, Register to, const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  if (type.isNull()) return;
  const Expr* first = arguments.empty() ? nullptr : arguments[0];
  if (type->isReferenceType()) {
    if (first && first->isGLValue()) store(to, eval(first));
    return;
  }
  if (!type->isRecordType()) {
    if (first && !type->isArrayType()) store(to, value(first));
    return;
  }
  if (arguments.size() == 1 && context_.hasSameUnqualifiedType(type, first->getType())) {
    copy(type, to, eval(first), first->isXValue() || first->isPRValue(), false);
    return;
  }
  const auto* record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) return;
  record = record->getDefinition();
  if (types_.kind(type) != TypeKind::Record) return construct_handle(type, to, arguments);
  if (is_pair(record)) {
    const auto* given = first ? first->getType()->getAsCXXRecordDecl() : nullptr;
    if (arguments.size() == 1 && is_pair(given) && given->hasDefinition()) {
      const Register from = eval(first);
      auto source = given->getDefinition()->field_begin();
      for (const FieldDecl* member : record->fields())
        convert(member->getType(), field(to, member), source->getType(), field(from, *source)), ++source;
      return;
    }
    if (arguments.size() < 2) return;
    const std::vector<const Expr*> rest(arguments.begin() + 1, arguments.end());
    bool begins = true;
    for (const FieldDecl* member : record->fields())
      make(member->getType(), field(to, member), std::exchange(begins, false) ? std::vector{first} : rest);
    return;
  }
  if (record->isAggregate()) {
    std::size_t next = 0;
    for (const FieldDecl* member : record->fields()) {
      if (next < arguments.size()) make(member->getType(), field(to, member), {arguments[next++]});
    }
    return;
  }
  construct_made(type, to, arguments);
}

}  // namespace hull::safety
