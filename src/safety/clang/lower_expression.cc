// Expressions, but for calls and the making of objects.
#include "safety/clang/lower.h"

namespace hull::safety {

// What `expression` evaluates to. Lowers it here when the graph did not name it before.
Register Lowering::eval(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  if (!inner) return unknown(Shape::None);
  if (const auto known = registers_.find(inner); known != registers_.end()) return known->second;
  const Where before = where_;
  where_ = inner->getExprLoc().getRawEncoding();
  const Register result = lower(inner);
  registers_[inner] = result;
  where_ = before;
  return result;
}

// The value: what an object of a class like string_view holds, or a variable that is passed by reference.
Register Lowering::value(const clang::Expr* expression) {
  const Register result = eval(expression);
  if (expression->isGLValue() && !expression->getType()->isRecordType() &&
      !expression->getType()->isArrayType() && !expression->getType()->isFunctionType()) {
    return load(result, types_.shape(expression->getType()));
  }
  if (expression->getType()->isRecordType() && types_.handle(expression->getType())) {
    return load(result, types_.shape(expression->getType()));
  }
  return result;
}

PlaceId Lowering::destination(const clang::Expr* expression) {
  const clang::Expr* inner = maker(expression);
  if (const auto known = destinations_.find(inner); known != destinations_.end()) return known->second;
  const PlaceId place = facts_->places.base(Base::Temporary, inner);
  destine(inner, place);
  if (const auto root = root_of_.find(inner); root != root_of_.end()) {
    full_expressions_[root->second].objects.emplace_back(place, inner->getType());
  }
  return place;
}

Register Lowering::place_register(const clang::VarDecl* variable) {
  const Register place = address(place_of(variable));
  if (!variable->getType()->isReferenceType()) return place;
  return load(place, Shape::Pointer);
}

Register Lowering::lower(const clang::Expr* expression) {
  using namespace clang;
  const QualType type = expression->getType();
  if (const auto* choice = dyn_cast<AbstractConditionalOperator>(expression)) {
    if (expression->isPRValue() && type->isRecordType()) {
      for (const Expr* arm : {choice->getTrueExpr(), choice->getFalseExpr()})
        registers_.try_emplace(bare(arm), kNoRegister);
      return address(destination(expression));
    }
    const auto yes = registers_.find(bare(choice->getTrueExpr())),
               no = registers_.find(bare(choice->getFalseExpr()));
    if (yes == registers_.end() || no == registers_.end()) return unknown(types_.shape(type));
    return computed(Op::Either, yes->second, no->second);
  }
  if (const auto* reference = dyn_cast<DeclRefExpr>(expression)) {
    const ValueDecl* declaration = reference->getDecl();
    if (const auto* constant = dyn_cast<EnumConstantDecl>(declaration)) {
      const auto number = number_of(constant->getInitVal());
      return number ? this->constant(*number) : unknown(types_.shape(type));
    }
    if (const auto* binding = dyn_cast<BindingDecl>(declaration)) {
      if (const VarDecl* holding = binding->getHoldingVar()) return place_register(holding);
      // Its expression may be lowered again: it names the decomposed object.
      if (binding->getBinding()) {
        registers_.erase(bare(binding->getBinding()));
        if (const auto* member = dyn_cast<MemberExpr>(bare(binding->getBinding())))
          registers_.erase(bare(member->getBase()));
        return eval(binding->getBinding());
      }
      return unknown(Shape::Pointer);
    }
    if (const auto* variable = dyn_cast<VarDecl>(declaration)) {
      if (reference->refersToEnclosingVariableOrCapture()) {
        if (const auto capture = captures_.find(variable); capture != captures_.end()) {
          const Register member = field(address(self_), capture->second);
          facts_->names.emplace(capture->second->getCanonicalDecl(), kept(variable->getName()));
          return capture->second->getType()->isReferenceType() ? load(member, Shape::Pointer) : member;
        }
      }
      return place_register(variable);
    }
    if (const auto* function = dyn_cast<FunctionDecl>(declaration)) {
      return address(facts_->places.base(Base::Static, known_static(function)));
    }
    return unknown(types_.shape(type));
  }
  if (const auto* integer = dyn_cast<IntegerLiteral>(expression)) {
    const llvm::APInt value = integer->getValue();
    if (value.getActiveBits() > 62) {
      const Register large = unknown(types_.shape(type), true);
      if (value.isMaxValue() || value.isMaxSignedValue()) block_->facts.back().number = 2;
      return large;
    }
    return constant(static_cast<std::int64_t>(value.getZExtValue()));
  }
  if (const auto* boolean = dyn_cast<CXXBoolLiteralExpr>(expression)) return constant(boolean->getValue());
  if (const auto* character = dyn_cast<CharacterLiteral>(expression)) return constant(character->getValue());
  if (const auto* real = dyn_cast<FloatingLiteral>(expression)) {
    const Register value = unknown(types_.shape(type));
    if (real->getValue().isLargest()) block_->facts.back().number = 2;
    return value;
  }
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr, ImplicitValueInitExpr, CXXScalarValueInitExpr>(expression))
    return constant(0);
  if (const auto* string = dyn_cast<clang::StringLiteral>(expression)) {
    if (string->getCharByteWidth() == 1) facts_->texts.insert(string);
    return address(facts_->places.base(Base::Static, string));
  }
  if (isa<PredefinedExpr>(expression)) return address(facts_->places.base(Base::Static, expression));
  if (isa<CXXThisExpr>(expression)) {
    if (captured_this_) {
      const Register member = field(address(self_), captured_this_);
      return captured_this_->getType()->isPointerType() ? load(member, Shape::Pointer) : member;
    }
    if (this_place_ == kNoPlace) return unknown(Shape::Pointer, true);
    return load(address(this_place_), Shape::Pointer);
  }
  if (const auto* cast = dyn_cast<CastExpr>(expression)) return this->cast(cast);
  if (const auto* operation = dyn_cast<UnaryOperator>(expression)) return unary(operation);
  if (const auto* operation = dyn_cast<BinaryOperator>(expression)) return binary(operation);
  if (const auto* access = dyn_cast<ArraySubscriptExpr>(expression)) return subscript(access);
  if (const auto* access = dyn_cast<MemberExpr>(expression)) return member(access);
  if (const auto* call = dyn_cast<CallExpr>(expression)) return this->call(call);
  if (const auto* construct = dyn_cast<CXXConstructExpr>(expression)) return this->construct(construct);
  if (const auto* temporary = dyn_cast<MaterializeTemporaryExpr>(expression)) return materialize(temporary);
  if (const auto* made = dyn_cast<CXXNewExpr>(expression)) return new_object(made);
  if (const auto* deleted = dyn_cast<CXXDeleteExpr>(expression)) return delete_object(deleted);
  if (const auto* list = dyn_cast<InitListExpr>(expression)) return this->list(list);
  if (const auto* list = dyn_cast<CXXParenListInitExpr>(expression); list && type->isRecordType()) {
    const PlaceId place = destination(expression);
    begin(place, false);
    make(type, address(place), {list->getInitExprs().begin(), list->getInitExprs().end()});
    return address(place);
  }
  if (const auto* lambda = dyn_cast<LambdaExpr>(expression)) return closure(lambda);
  if (const auto* list = dyn_cast<CXXStdInitializerListExpr>(expression)) {
    const PlaceId place = destination(expression);
    const Register array = eval(list->getSubExpr());
    begin(place, false);
    const Register first = content(array);
    block_->facts.back().flag = true;
    store(address(place), first);
    return address(place);
  }
  if (const auto* trait = dyn_cast<UnaryExprOrTypeTraitExpr>(expression)) {
    Expr::EvalResult value;
    if (!trait->isValueDependent() && trait->EvaluateAsInt(value, context_)) {
      if (const auto number = number_of(value.Val.getInt())) return constant(*number);
    }
    return unknown(Shape::Unsigned, true);
  }
  if (isa<CXXThrowExpr>(expression)) {
    emit({.op = Op::Throw});
    return unknown(Shape::None);
  }
  if (const auto* statements = dyn_cast<StmtExpr>(expression)) {
    const auto* last = statements->getSubStmt()->body_empty()
                           ? nullptr
                           : dyn_cast<Expr>(statements->getSubStmt()->body_back());
    return last ? eval(last) : unknown(types_.shape(type));
  }
  if (const auto* choice = dyn_cast<ChooseExpr>(expression)) return eval(choice->getChosenSubExpr());
  if (type->isRecordType() && expression->isPRValue()) return result_unknown(expression);
  return unknown(types_.shape(type));
}

// Whether reading or writing the expression's memory cannot be wrong: it is a variable of this function.
bool Lowering::names_local(const clang::Expr* expression) const {
  const clang::Expr* inner = bare(expression);
  while (true) {
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(inner); member && !member->isArrow()) {
      if (const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
          field && field->getType()->isReferenceType()) {
        return false;
      }
      inner = bare(member->getBase());
    } else if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(inner); cast && cast->isGLValue()) {
      inner = bare(cast->getSubExpr());
    } else {
      break;
    }
  }
  const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(inner);
  const auto* variable = reference ? llvm::dyn_cast<clang::VarDecl>(reference->getDecl()) : nullptr;
  return variable && !variable->getType()->isReferenceType() &&
         !reference->refersToEnclosingVariableOrCapture();
}

Register Lowering::cast(const clang::CastExpr* expression) {
  using namespace clang;
  const Expr* inner = expression->getSubExpr();
  switch (expression->getCastKind()) {
    case CK_LValueToRValue: {
      const Register from = eval(inner);
      if (!names_local(inner)) use(from);
      if (expression->getType()->isRecordType()) return from;
      // A constant is its value.
      if (const auto* reference = dyn_cast<DeclRefExpr>(bare(inner))) {
        const auto* variable = dyn_cast<VarDecl>(reference->getDecl());
        if (variable && variable->getType().isConstQualified() &&
            expression->getType()->isIntegralOrEnumerationType() && variable->getInit() &&
            !variable->getInit()->isValueDependent()) {
          Expr::EvalResult value;
          if (variable->getInit()->EvaluateAsInt(value, context_)) {
            if (const auto number = number_of(value.Val.getInt())) return constant(*number);
          }
        }
      }
      read(from, false);
      const Register loaded = load(from, types_.shape(expression->getType()));
      block_->facts.back().flag = names_key(inner);
      return loaded;
    }
    case CK_ArrayToPointerDecay: {
      const Register array = eval(inner);
      const Register to = part(array, Step::Content);
      block_->facts.back().flag = true;
      block_->facts.back().number = elements_of(expression);
      return to;
    }
    case CK_NullToPointer:
      return constant(0);
    case CK_IntegralToBoolean:
    case CK_PointerToBoolean:
      return computed(Op::Not, computed(Op::Not, eval(inner)));
    case CK_IntegralCast: {
      const Register from = eval(inner);
      if (context_.getTypeSize(expression->getType()) >= context_.getTypeSize(inner->getType())) return from;
      const Register to = fresh();
      emit({.op = Op::Compute,
            .to = to,
            .a = from,
            .shape = types_.shape(expression->getType()),
            .number = kNarrow,
            .what = reinterpret_cast<const void*>(context_.getTypeSize(expression->getType()))});
      return to;
    }
    case CK_Dynamic: {
      const Register from = eval(inner);
      if (!expression->getType()->isPointerType()) return from;
      const Register to = fresh();
      emit({.op = Op::MaybeNull, .to = to, .a = from});
      return to;
    }
    case CK_BitCast: {
      const Register from = eval(inner);
      const auto size = [&](QualType pointer) -> std::int64_t {
        const QualType pointee = pointer->getPointeeType();
        return pointee.isNull() || pointee->isIncompleteType() || pointee->isFunctionType()
                   ? 0
                   : context_.getTypeSizeInChars(pointee).getQuantity();
      };
      if (!expression->getType()->isPointerType() || !inner->getType()->isPointerType() ||
          (size(expression->getType()) == size(inner->getType()) && size(inner->getType()) != 0))
        return from;
      return computed(Op::Recast, from, kNoRegister, size(expression->getType()));
    }
    case CK_LValueToRValueBitCast:
      // Its bytes, taken for something else.
      eval(inner);
      if (expression->getType()->isRecordType()) return result_unknown(expression);
      return unknown(types_.shape(expression->getType()));
    case CK_IntegralToPointer:
      eval(inner);
      return unknown(Shape::Pointer);
    case CK_PointerToIntegral: {
      // The number may become the pointer again.
      const Register from = eval(inner);
      emit({.op = Op::Escape, .a = from, .flag = true});
      return unknown(types_.shape(expression->getType()));
    }
    case CK_IntegralToFloating:
    case CK_FloatingToIntegral:
    case CK_FloatingToBoolean:
      eval(inner);
      return unknown(types_.shape(expression->getType()));
    case CK_ConstructorConversion:
    case CK_UserDefinedConversion:
      return eval(inner);
    default:
      return eval(inner);
  }
}

Register Lowering::unary(const clang::UnaryOperator* expression) {
  using namespace clang;
  const Expr* inner = expression->getSubExpr();
  const Register operand = eval(inner);
  switch (expression->getOpcode()) {
    case UO_Deref:
      use(operand, Handle::Raw);
      return computed(Op::Element, operand);
    case UO_LNot:
      return computed(Op::Not, operand);
    case UO_PreInc:
    case UO_PreDec:
    case UO_PostInc:
    case UO_PostDec: {
      if (!names_local(inner)) use(operand);
      const Shape shape = types_.shape(inner->getType());
      read(operand, false);
      const Register old = load(operand, shape);
      const Register next = computed(Op::Add, old, kNoRegister, expression->isIncrementOp() ? 1 : -1, shape);
      store(operand, next);
      return expression->isPrefix() ? (expression->isGLValue() ? operand : next) : old;
    }
    case UO_Minus: {
      const Register to = fresh();
      emit({.op = Op::Compute,
            .to = to,
            .a = operand,
            .shape = types_.shape(expression->getType()),
            .number = kNegate});
      return to;
    }
    case UO_Not:
      return unknown(types_.shape(expression->getType()));
    default:
      return operand;
  }
}

// What `&&` and `||` in the expression ask, in their order. False when that is not known of each.
bool Lowering::sides(const clang::Expr* expression, std::vector<Register>& asked) const {
  const clang::Expr* inner = bare(expression);
  if (const auto* both = llvm::dyn_cast<clang::BinaryOperator>(inner); both && both->isLogicalOp())
    return sides(both->getLHS(), asked) && sides(both->getRHS(), asked);
  const auto known = registers_.find(inner);
  if (known == registers_.end()) return false;
  asked.push_back(known->second);
  return true;
}

Register Lowering::binary(const clang::BinaryOperator* expression) {
  using namespace clang;
  const BinaryOperatorKind kind = expression->getOpcode();
  const Expr *lhs = expression->getLHS(), *rhs = expression->getRHS();
  const Shape shape = types_.shape(expression->getType());
  if (kind == BO_LAnd || kind == BO_LOr) {
    // The right side is evaluated only on some paths, and so are its own sides. What was asked last says what
    // the whole is.
    std::vector<Register> asked;
    if (!sides(rhs, asked)) return unknown(Shape::Bool);
    Register value = constant(kind == BO_LOr);
    for (const Register side : asked) {
      value = computed(Op::Either, side, value);
      block_->facts.back().flag = true;
    }
    return value;
  }
  const auto arithmetic = [&](BinaryOperatorKind op, Register a, Register b) -> Register {
    switch (op) {
      case BO_Add:
        if (rhs->getType()->isPointerType()) std::swap(a, b);
        return computed(Op::Add, a, b, 1, shape);
      case BO_Sub: {
        const Register difference = computed(Op::Add, a, b, -1, shape);
        block_->facts.back().flag = rhs->getType()->isPointerType();
        return difference;
      }
      case BO_Mul:
        return computed(Op::Compute, a, b, kMultiply, shape);
      case BO_Div:
        return computed(Op::Compute, a, b, kDivide, shape);
      case BO_Rem:
        return computed(Op::Compute, a, b, kRemainder, shape);
      case BO_And:
        return computed(Op::Compute, a, b, kBitAnd, shape);
      case BO_Shl:
        return computed(Op::Compute, a, b, kShiftLeft, shape);
      case BO_Shr:
        return computed(Op::Compute, a, b, kShiftRight, shape);
      default:
        return unknown(shape);
    }
  };
  const Register b = eval(rhs), a = eval(lhs);
  // An unsigned number is not below 0.
  const auto less = [&](Register below, Register above, const Expr* left, const Expr* right) {
    const Register to = computed(Op::Less, below, above);
    Expr::EvalResult zero;
    block_->facts.back().flag = left->getType()->isUnsignedIntegerType() && !right->isValueDependent() &&
                                right->EvaluateAsInt(zero, context_) && zero.Val.getInt().isZero();
    return to;
  };
  switch (kind) {
    case BO_Assign:
      if (!names_local(lhs)) use(a);
      if (lhs->getType()->isRecordType()) {
        copy(lhs->getType(), a, b, false, true);
      } else {
        store(a, b);
      }
      return a;
    case BO_Comma:
      return b;
    case BO_LT:
      return less(a, b, lhs, rhs);
    case BO_GT:
      return less(b, a, rhs, lhs);
    case BO_LE:
      return computed(Op::Not, less(b, a, rhs, lhs));
    case BO_GE:
      return computed(Op::Not, less(a, b, lhs, rhs));
    case BO_EQ:
      return computed(Op::Equal, a, b);
    case BO_NE:
      return computed(Op::Not, computed(Op::Equal, a, b));
    default:
      break;
  }
  if (expression->isCompoundAssignmentOp()) {
    if (!names_local(lhs)) use(a);
    read(a, false);
    const Register old = load(a, types_.shape(lhs->getType()));
    store(a, arithmetic(BinaryOperator::getOpForCompoundAssignment(kind), old, b));
    return a;
  }
  return arithmetic(kind, a, b);
}

// How many elements the array has that decays to a pointer here, by its type; 0 when that does not say.
std::int64_t Lowering::elements_of(const clang::Expr* expression) const {
  const auto* decay = llvm::dyn_cast<clang::ImplicitCastExpr>(bare(expression));
  if (!decay || decay->getCastKind() != clang::CK_ArrayToPointerDecay) return 0;
  const clang::Expr* array = decay->getSubExpr();
  const auto* type = context_.getAsConstantArrayType(array->getType());
  // The last member of one element stands for as many as there was memory for.
  if (!type || array->isFlexibleArrayMemberLike(
                   context_, clang::LangOptions::StrictFlexArraysLevelKind::OneZeroOrIncomplete))
    return 0;
  return static_cast<std::int64_t>(type->getSize().getLimitedValue());
}

// Whether the index is a number that is written there: Unsigned, or None.
Shape Lowering::written_index(const clang::Expr* index) const {
  clang::Expr::EvalResult value;
  const bool written = index && !index->isValueDependent() && index->EvaluateAsInt(value, context_);
  return written ? Shape::Unsigned : Shape::None;
}

Register Lowering::subscript(const clang::ArraySubscriptExpr* expression) {
  const Register base = eval(expression->getBase()), index = eval(expression->getIdx());
  use(base, Handle::Raw);
  // The address after the last element may be taken.
  emit({.op = Op::IndexPointer,
        .a = base,
        .b = index,
        .shape = written_index(expression->getIdx()),
        .flag = addressed_.contains(expression),
        .number = elements_of(expression->getBase())});
  const Register to = computed(Op::Add, base, index, 1, Shape::Pointer);
  return to;
}

Register Lowering::member(const clang::MemberExpr* expression) {
  const clang::ValueDecl* declaration = expression->getMemberDecl();
  if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration)) {
    eval(expression->getBase());
    return place_register(variable);
  }
  const Register base = eval(expression->getBase());
  const auto* member = llvm::dyn_cast<clang::FieldDecl>(declaration);
  if (!member) return base;
  if (expression->isArrow() && !llvm::isa<clang::CXXThisExpr>(bare(expression->getBase())))
    use(base, Handle::Raw);
  const Register to = field(base, member);
  if (member->getType()->isReferenceType()) return load(to, Shape::Pointer);
  return to;
}

Register Lowering::new_object(const clang::CXXNewExpr* expression) {
  if (expression->getNumPlacementArgs() > 0) {
    const clang::Expr* first = expression->getPlacementArg(0);
    if (first->getType()->isPointerType()) {
      // Placement: the memory is somebody's already.
      const Register where = eval(first);
      const clang::Expr* init = expression->getInitializer();
      const Register made = init ? eval(init) : kNoRegister;
      emit({.op = Op::Renew, .a = where});
      if (init && !expression->isArray()) {
        const auto known = destinations_.find(maker(init));
        if (!expression->getAllocatedType()->isRecordType()) {
          store(where, made);
        } else if (known != destinations_.end()) {
          // It is made there, and nowhere else.
          if (const auto root = root_of_.find(maker(init)); root != root_of_.end()) {
            std::erase_if(full_expressions_[root->second].objects,
                          [&](const auto& object) { return object.first == known->second; });
          }
          emit({.op = Op::CopyObject,
                .a = address(known->second),
                .b = where,
                .flag = types_.kind(expression->getAllocatedType()) == TypeKind::Record,
                .deep = true});
        }
      }
      return where;
    }
  }
  const PlaceId place = facts_->places.base(Base::Heap, expression);
  const bool array = expression->isArray();
  const clang::Expr* init = expression->getInitializer();
  const Register value = init ? eval(init) : kNoRegister;
  const auto known = init ? destinations_.find(maker(init)) : destinations_.end();
  const bool in_place = known != destinations_.end() && known->second == place;
  emit({.op = in_place ? Op::Own : Op::Allocate,
        .place = place,
        .number = array ? kNewArray : kNew,
        .word = "new"});
  if (init && !array && !expression->getAllocatedType()->isRecordType()) store(address(place), value);
  if (!init && !array) unwritten_fields(expression->getAllocatedType(), place, 0);
  if (!array) return address(place);
  if (const auto size = expression->getArraySize()) {
    emit({.op = Op::SetSize, .a = address(place), .b = eval(*size)});
  }
  const Register to = content(address(place));
  block_->facts.back().flag = true;
  return to;
}

Register Lowering::delete_object(const clang::CXXDeleteExpr* expression) {
  const Register object = eval(expression->getArgument());
  const clang::QualType type = expression->getDestroyedType();
  const char* word = expression->isArrayForm() ? "delete[]" : "delete";
  emit({.op = Op::Freeing, .a = object, .word = word});
  if (!type.isNull() && !expression->isArrayForm() && types_.ends(type)) destroy(type, object);
  emit({.op = Op::Free,
        .a = object,
        .cause = Cause::Delete,
        .deep = llvm::isa<clang::CXXThisExpr>(bare(expression->getArgument())),
        .number = expression->isArrayForm() ? kNewArray : kNew,
        .word = word});
  if (!type.isNull()) destroyed_unseen(type);
  return unknown(Shape::None);
}

Register Lowering::list(const clang::InitListExpr* expression) {
  using namespace clang;
  const QualType type = expression->getType();
  if (!type->isRecordType() && !type->isArrayType()) {
    return expression->getNumInits() == 1 ? eval(expression->getInit(0)) : constant(0);
  }
  if (expression->isTransparent()) return eval(expression->getInit(0));
  const PlaceId place = destination(expression);
  if (const auto* array = context_.getAsConstantArrayType(type)) {
    begin(place, false);
    const Register object = address(place);
    emit({.op = Op::SetSize,
          .a = object,
          .number = static_cast<std::int64_t>(array->getSize().getLimitedValue())});
    // Its numbers are known: what is read from it is one of them.
    const auto listed = [&] {
      if (Fact& last = block_->facts.back(); last.op == Op::Put) last.flag = true;
    };
    for (const Expr* init : expression->inits()) {
      put(content(object), init);
      listed();
    }
    if (expression->getNumInits() < array->getSize().getLimitedValue() &&
        array->getElementType()->isIntegerType()) {
      emit({.op = Op::Put, .a = content(object), .b = constant(0)});
      listed();
    }
    return object;
  }
  const auto* record = type->getAsRecordDecl();
  const Register object = address(place);
  unsigned index = 0;
  if (const auto* cxx = dyn_cast<CXXRecordDecl>(record)) {
    for (const CXXBaseSpecifier& base : cxx->bases()) {
      (void)base;
      if (index < expression->getNumInits()) eval(expression->getInit(index++));
    }
  }
  const auto give = [&](const FieldDecl* field, const Expr* init) {
    const QualType type = field->getType();
    const Register value = eval(init);
    if (type->isReferenceType() || (!type->isRecordType() && !type->isArrayType())) {
      store(this->field(object, field), value);
    } else if (!made_in(init, facts_->places.field(place, known(field)))) {
      // Made before it was known where the whole object goes.
      copy(type, this->field(object, field), value, true, false);
    }
  };
  if (record->isUnion()) {
    const FieldDecl* field = expression->getInitializedFieldInUnion();
    if (field && expression->getNumInits() == 1) give(field, expression->getInit(0));
    return object;
  }
  for (const FieldDecl* field : record->fields()) {
    if (field->isUnnamedBitField() || index >= expression->getNumInits()) continue;
    give(field, expression->getInit(index++));
  }
  return object;
}

bool Lowering::made_in(const clang::Expr* expression, PlaceId place) const {
  const auto known = destinations_.find(maker(expression));
  return known == destinations_.end() || known->second == place;
}

Register Lowering::closure(const clang::LambdaExpr* expression) {
  const PlaceId place = destination(expression);
  begin(place, false);
  const Register object = address(place);
  auto member = expression->getLambdaClass()->field_begin();
  auto init = expression->capture_init_begin();
  for (const clang::LambdaCapture& capture : expression->captures()) {
    if (member == expression->getLambdaClass()->field_end()) break;
    if (capture.capturesVariable())
      facts_->names.emplace(member->getCanonicalDecl(), kept(capture.getCapturedVar()->getName()));
    const Register to = field(object, *member);
    if (!*init) {
      ++member, ++init;
      continue;
    }
    const clang::QualType type = member->getType();
    if (type->isReferenceType() || !type->isRecordType()) {
      store(to, eval(*init));
    } else {
      const Register value = eval(*init);
      // A prvalue was made elsewhere: the field holds what it holds, and destroys it.
      given_away(*init);
      if (types_.handle(type)) {
        store(to, load(value, types_.shape(type)));
      } else {
        emit({.op = Op::CopyObject, .a = value, .b = to});
      }
    }
    ++member, ++init;
  }
  return object;
}

Register Lowering::materialize(const clang::MaterializeTemporaryExpr* expression) {
  const clang::Expr* inner = maker(expression->getSubExpr());
  const clang::QualType type = inner->getType();
  const auto* keeper = llvm::dyn_cast_or_null<clang::VarDecl>(expression->getExtendingDecl());
  const bool made = registers_.contains(inner);
  PlaceId place;
  if (type->isRecordType() || type->isArrayType()) {
    // The object was made already; this says how long it lives.
    place = destination(inner);
    if (!made) eval(inner);
  } else {
    place = facts_->places.base(Base::Temporary, expression);
    if (const auto root = root_of_.find(expression); root != root_of_.end() && !keeper) {
      full_expressions_[root->second].objects.emplace_back(place, type);
    }
    const Register value = eval(inner);
    begin(place, false);
    store(address(place), value);
    if (expression->getStorageDuration() == clang::SD_Static)
      return address(facts_->places.base(Base::Static, expression));
    if (keeper) extended_[keeper->getCanonicalDecl()].emplace_back(place, type);
    return address(place);
  }
  if (keeper) {
    if (const auto root = root_of_.find(inner); root != root_of_.end()) {
      std::erase_if(full_expressions_[root->second].objects,
                    [&](const auto& object) { return object.first == place; });
    }
    if (keeper->hasLocalStorage()) extended_[keeper->getCanonicalDecl()].emplace_back(place, type);
  }
  return address(place);
}

}  // namespace hull::safety
