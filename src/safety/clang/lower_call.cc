// Calls: of what has a summary, and of what nothing is known of.
#include <algorithm>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/Builtins.h"
#include "safety/clang/lower.h"

namespace hull::safety {

namespace {

// Whether what the iterator is at is the iterator itself, which writes what it is set to.
bool is_output_iterator(clang::QualType type) {
  const auto* record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition()) return false;
  return llvm::any_of(record->getDefinition()->methods(), [&](const clang::CXXMethodDecl* method) {
    const clang::QualType result = method->getReturnType();
    return method->getOverloadedOperator() == clang::OO_Star && method->getNumParams() == 0 &&
           result->isReferenceType() && result.getNonReferenceType()->getAsCXXRecordDecl() == record;
  });
}

}  // namespace

const char* Lowering::word(const clang::NamedDecl* declaration) {
  return kept(declaration->getDeclName().getAsString());
}

bool Lowering::defined_elsewhere(const clang::FunctionDecl* function) {
  return summaries_.key(function) && !function->hasBody() && function->isExternallyVisible() &&
         !function->isDependentContext() && !function->isDefaulted() && !function->isDeleted() &&
         function->getBuiltinID() == 0 && !types_.library(function->getLocation());
}

// What the library says of a type, std::numeric_limits<int>::max(); kNoRegister for other calls.
Register Lowering::known_of_type(const clang::CallExpr* expression, const clang::FunctionDecl* callee) {
  using namespace clang;
  Expr::EvalResult known;
  const QualType type = expression->getType();
  if (!callee->isConstexpr() || !callee->isStatic() || expression->getNumArgs() > 0 ||
      !type->isArithmeticType() || !types_.library(callee->getLocation()) || expression->isValueDependent() ||
      !expression->EvaluateAsRValue(known, context_))
    return kNoRegister;
  const bool real = known.Val.isFloat();
  if (!real && !known.Val.isInt()) return kNoRegister;
  const auto number = real ? std::nullopt : number_of(known.Val.getInt());
  if (number) return constant(*number);
  const Register value = unknown(types_.shape(type), !real && !known.Val.getInt().isZero());
  if (real ? known.Val.getFloat().isLargest() || known.Val.getFloat().isInfinity()
           : known.Val.getInt().isMaxValue())
    block_->facts.back().number = 2;
  return value;
}

// The type of an object whose method is called: what is inherited is called on the whole, when a table says
// what that is.
clang::QualType Lowering::whole(const clang::Expr* object) {
  const auto* base = llvm::dyn_cast<clang::ImplicitCastExpr>(bare(object));
  const clang::QualType type = base ? base->getSubExpr()->getType() : object->getType();
  const bool known =
      types_.kind(type) == TypeKind::Bag || types_.model(type.getNonReferenceType()->getAsCXXRecordDecl());
  return known ? type : object->getType();
}

Register Lowering::call(const clang::CallExpr* expression) {
  using namespace clang;
  const FunctionDecl* callee = expression->getDirectCallee();
  std::vector<const Expr*> arguments(expression->arguments().begin(), expression->arguments().end());
  if (callee) {
    if (const Register known = known_of_type(expression, callee); known != kNoRegister) return known;
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
    QualType type = !object ? QualType() : pointer ? object->getType()->getPointeeType() : object->getType();
    if (object && !pointer) type = whole(object);
    if (!callee) {
      for (const Expr* argument : arguments) eval(argument);
      return result_unknown(expression);
    }
    if (isa<CXXDestructorDecl>(callee)) {
      // The memory stays, for whatever is made in it next.
      destroy(type, where);
      const char* word = kept("~" + llvm::cast<CXXMethodDecl>(callee)->getParent()->getName().str());
      emit({.op = Op::Renew, .a = where, .deep = true, .word = word});
      return unknown(Shape::None);
    }
    return call_function(expression, callee, where, type, arguments);
  }
  if (const auto* operation = dyn_cast<CXXOperatorCallExpr>(expression); operation && callee) {
    const auto* method = dyn_cast<CXXMethodDecl>(callee);
    // std::ranges::find is an object that is called like a function.
    if (operation->getOperator() == OO_Call && method && !arguments.empty()) {
      const auto* named = dyn_cast<DeclRefExpr>(bare(arguments[0])->IgnoreImpCasts());
      const auto* object = named ? dyn_cast<VarDecl>(named->getDecl()) : nullptr;
      if (object && types_.library(object->getLocation())) {
        if (const FunctionModel* known = types_.function(object)) {
          arguments.erase(arguments.begin());
          return call_function(expression, callee, kNoRegister, {}, arguments, known);
        }
      }
    }
    // The distance of two positions is a number; a position and a number make a position.
    const OverloadedOperatorKind arithmetic = operation->getOperator();
    if ((arithmetic == OO_Plus || arithmetic == OO_Minus) && arguments.size() == 2 &&
        types_.kind(arguments[0]->getType()) == TypeKind::Iterator &&
        types_.kind(expression->getType()) == TypeKind::Iterator) {
      return result(expression, computed(Op::Add, value(arguments[0]), value(arguments[1]),
                                         arithmetic == OO_Plus ? 1 : -1, Shape::Signed));
    }
    if (method && method->isInstance() && !arguments.empty()) {
      const Expr* object = arguments[0];
      const Register where = eval(object);
      if (!names_local(object)) use(where, Handle::Reference, nullptr, true);
      arguments.erase(arguments.begin());
      return call_function(expression, callee, where, whole(object), arguments);
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
        if (left == TypeKind::Iterator && right == TypeKind::Iterator) {
          for (const auto& [side, given] : {std::pair(arguments[0], a), std::pair(arguments[1], b)}) {
            const auto* named = dyn_cast<DeclRefExpr>(bare(side)->IgnoreImpCasts());
            use(given, named && named->getDecl()->isImplicit() ? Handle::Loop : Handle::Iterator, nullptr,
                true);
          }
        }
        const Register equal = computed(Op::Equal, a, b);
        return kind == OO_EqualEqual ? equal : computed(Op::Not, equal);
      }
      if (left == TypeKind::Optional && types_.empty_of(arguments[0]->getType(), arguments[1]->getType())) {
        const Register engaged = load(eval(arguments[0]), Shape::Bool);
        return kind == OO_EqualEqual ? computed(Op::Not, engaged)
                                     : computed(Op::Not, computed(Op::Not, engaged));
      }
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
                                 const std::vector<const clang::Expr*>& arguments,
                                 const FunctionModel* known) {
  using namespace clang;
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  if (method && method->isInstance() && !isa<CXXConstructorDecl>(method) && object != kNoRegister) {
    if (const Register held = call_atomic(method, object, arguments); held != kNoRegister) return held;
  }
  const char* name = word(callee);
  if (callee->isInStdNamespace() && arguments.size() == 2 && std::string_view(name) == "call_once" &&
      call_once(eval(arguments[0]), arguments[1]))
    return kNoRegister;
  Register result = kNoRegister;
  bool done = false;
  if (strict_ && callee->isInStdNamespace()) grow_inserted(arguments, name);
  if (known) {
    result = call_model(expression, *known, nullptr, kNoRegister, {}, arguments, name);
    done = true;
  }
  if (!done && method && method->isInstance() && !isa<CXXConstructorDecl>(method)) {
    const auto* on = object_type.isNull() ? nullptr : object_type.getNonReferenceType()->getAsCXXRecordDecl();
    const TypeModel* model = types_.model(on);
    if (!model) model = types_.model(method->getParent());
    const TypeKind kind = model ? model->kind : types_.kind(context_.getRecordType(method->getParent()));
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
      if (!known) note_unmodelled(expression, callee);
      // A view of somebody's, or what only keeps: what it gives is what it refers to.
      const bool lends = (kind == TypeKind::View || kind == TypeKind::Bag) && model->methods.empty();
      result = lends && object != kNoRegister ? call_adaptor(expression, callee, object, arguments)
                                              : call_model(expression, known ? *known : kNothing, model,
                                                           object, object_type, arguments, name);
      done = true;
    }
  }
  if (!done) {
    if (const FunctionModel* named = types_.function(callee)) {
      result = call_model(expression, *named, nullptr, object, object_type, arguments, name);
      done = true;
    }
  }
  if (!done && method && method->isInstance() && object != kNoRegister && !isa<CXXConstructorDecl>(method) &&
      types_.kind(object_type) == TypeKind::Bag) {
    result = call_adaptor(expression, callee, object, arguments);
    done = true;
  }
  const auto* through = dyn_cast_or_null<CXXMemberCallExpr>(expression);
  const auto* named = through ? dyn_cast<MemberExpr>(through->getCallee()->IgnoreParens()) : nullptr;
  const bool bound_virtually = method && method->isVirtual() && !(named && named->hasQualifier()) &&
                               !isa<CXXConstructorDecl, CXXDestructorDecl>(method) &&
                               !method->hasAttr<FinalAttr>() && !method->getParent()->isEffectivelyFinal();
  if (!done && strict_) apart(callee, object, arguments);
  if (!done && !bound_virtually) {
    if (const Summary* summary = summaries_.summary(callee)) {
      note_call(expression, callee, Called::How::Body);
      result = call_summary(expression, callee, summary, object, arguments);
      done = true;
    }
  }
  if (!done && !bound_virtually && defined_elsewhere(callee)) {
    note_call(expression, callee, Called::How::Elsewhere);
    result = call_elsewhere(expression, callee, object, arguments);
    done = true;
  }
  if (!done) {
    if (types_.library(callee->getLocation())) {
      note_unmodelled(expression, callee);
    } else {
      note_call(expression, callee,
                bound_virtually     ? Called::How::Virtual
                : callee->hasBody() ? Called::How::Body
                                    : Called::How::Unknown);
    }
    result = call_unknown(expression, callee, object, arguments);
  }
  // Who gets a closure may run it; an algorithm does, in the midst of its range.
  bool ran = false;
  const bool algorithm =
      done && callee->isInStdNamespace() &&
      std::any_of(arguments.begin(), arguments.end(), [&](const Expr* argument) {
        const TypeKind kind = types_.kind(argument->getType());
        return kind == TypeKind::Iterator || kind == TypeKind::Container || kind == TypeKind::View;
      });
  for (const Expr* argument : arguments) {
    const QualType type = argument->getType().getNonReferenceType();
    const auto* record = type->getAsCXXRecordDecl();
    if (record && record->isLambda()) {
      if (algorithm) ran |= run_closure(record, eval(argument));
      emit({.op = Op::Escape, .a = eval(argument), .flag = algorithm && only_reads(record), .deep = true});
    }
  }
  for (const Expr* argument : arguments) {
    if (ran && types_.kind(argument->getType()) == TypeKind::Iterator)
      use(value(argument), Handle::Loop, name, true);
  }
  if (callee->isNoReturn()) emit({.op = Op::Stop});
  if (const Expr* claim = asserted(arguments)) {
    const Register truth = eval(claim);
    emit({.op = Op::Assume,
          .a = claim->isGLValue() ? load(truth, Shape::Bool) : truth,
          .flag = true,
          .deep = true});
  }
  return result;
}

// The only truth value among the arguments, if they also tell where the call stands: the callee complains
// when it is false.
const clang::Expr* Lowering::asserted(const std::vector<const clang::Expr*>& arguments) const {
  using namespace clang;
  const SourceManager& sources = context_.getSourceManager();
  // __FILE__ and __LINE__ are written nowhere.
  const auto predefined = [&](SourceLocation location) {
    return location.isMacroID() && sources.isWrittenInScratchSpace(sources.getSpellingLoc(location));
  };
  const Expr* claim = nullptr;
  bool file = false, line = false;
  for (const Expr* argument : arguments) {
    const Expr* inner = bare(argument);
    const auto* record = argument->getType()->getAsCXXRecordDecl();
    if (record && record->isInStdNamespace() && record->getName() == "source_location") file = line = true;
    if (isa<SourceLocExpr>(inner->IgnoreParenImpCasts()))
      (argument->getType()->isPointerType() ? file : line) = true;
    if (argument->getType()->isBooleanType()) {
      if (claim) return nullptr;
      claim = argument;
      continue;
    }
    inner = inner->IgnoreParenImpCasts();
    if (const auto* text = dyn_cast<clang::StringLiteral>(inner))
      file |= text->getNumConcatenated() == 1 && predefined(text->getStrTokenLoc(0));
    if (const auto* number = dyn_cast<IntegerLiteral>(inner)) line |= predefined(number->getLocation());
  }
  return file && line ? claim : nullptr;
}

// The body of the closure; of a generic one that of its only instance. Null when there is none.
const clang::CXXMethodDecl* Lowering::body_of(const clang::CXXRecordDecl* closure) {
  const clang::CXXMethodDecl* body = closure->getLambdaCallOperator();
  if (const auto* generic = closure->getDependentLambdaCallOperator()) {
    body = nullptr;
    for (const clang::FunctionDecl* instance : generic->specializations()) {
      if (body) return nullptr;
      body = llvm::dyn_cast<clang::CXXMethodDecl>(instance);
    }
  }
  return body && body->hasBody() ? body : nullptr;
}

// Whether what the closure has captured is the same when its body has run.
bool Lowering::only_reads(const clang::CXXRecordDecl* closure) {
  const clang::CXXMethodDecl* body = body_of(closure);
  const Summary* summary = body ? summaries_.summary(body) : nullptr;
  return summary && !summary->partial && std::ranges::all_of(summary->outcomes, [](const Outcome& outcome) {
           return outcome.effects.empty() && std::ranges::all_of(outcome.stores, [](const auto& store) {
                    return store.first.parameter == SummaryPath::kResult;
                  });
         });
}

// The library calls the closure with what nobody knows. False when it is not known what the closure does.
bool Lowering::run_closure(const clang::CXXRecordDecl* closure, Register object) {
  const clang::CXXMethodDecl* body = body_of(closure);
  const Summary* summary = body ? summaries_.summary(body) : nullptr;
  if (!summary || body->isStatic()) return false;
  auto site = std::make_unique<CallSite>();
  site->summary = summary;
  site->arguments.push_back(object);
  for (const clang::ParmVarDecl* parameter : body->parameters()) {
    const clang::QualType type = parameter->getType();
    site->arguments.push_back(
        unknown(type->isReferenceType() ? Shape::Pointer : types_.shape(type), type->isReferenceType()));
  }
  emit({.op = Op::Call, .to = fresh(), .word = word(body), .call = site.get()});
  facts_->calls.push_back(std::move(site));
  return true;
}

// Whether the lvalue is the key of an element, which does not change.
bool Lowering::names_key(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  if (!expression->getType().isConstQualified()) return false;
  const auto* member = llvm::dyn_cast<clang::MemberExpr>(inner);
  return member ? member->getMemberDecl()->getType().isConstQualified()
                : llvm::isa<clang::CXXOperatorCallExpr>(inner);
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
    if (!inner->isGLValue()) return known;
    const Register loaded = load(known, types_.shape(inner->getType()));
    block_->facts.back().flag = names_key(inner);
    return loaded;
  }
  if (const auto* literal = llvm::dyn_cast<clang::StringLiteral>(inner);
      literal && literal->getCharByteWidth() == 1) {
    // The same text is the same key.
    return address(facts_->places.base(Base::Static, kept(literal->getString())));
  }
  if (const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(inner);
      construct && construct->getNumArgs() > 0) {
    return key(construct->getArg(0));
  }
  return eval(inner);
}

Register Lowering::result(const clang::Expr* expression, Register value) {
  if (expression->isPRValue() && expression->getType()->isArithmeticType() &&
      (types_.shape(expression->getType()) == Shape::None ||
       types_.shape(expression->getType()) == Shape::Real)) {
    return unknown(Shape::None);
  }
  if (!expression->getType()->isRecordType() || expression->isGLValue()) return value;
  const PlaceId place = destination(expression);
  begin(place, false);
  const Register object = address(place);
  if (types_.handle(expression->getType())) {
    store(object, value);
  } else if (const auto* record = expression->getType()->getAsCXXRecordDecl(); is_pair(record)) {
    // A position and whether it is new, or two positions, which are not the same.
    for (const clang::FieldDecl* member : record->getDefinition()->fields()) {
      if (member->getType()->isReferenceType() ||
          (types_.handle(member->getType()) && member->getType()->isRecordType()))
        store(field(object, member), computed(Op::Hold, value));
    }
  } else if (types_.kind(expression->getType()) == TypeKind::Optional) {
    store(object, value);
  } else if (types_.borrows(expression->getType())) {
    emit({.op = Op::Put, .a = part(object, Step::Content), .b = value});
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
    if (names_base(inner)) {
      // The rest of the source stays.
      copy_base(type, object, from, move, true, 0);
      return object;
    }
    copy(type, object, from, move, true);
    if (move && !temporary) {
      const std::size_t before = block_->facts.size();
      moved(from, argument, "move");
      for (std::size_t i = before; i < block_->facts.size(); ++i) {
        if (Fact& fact = block_->facts[i]; fact.op == Op::Move) fact.b = object;
      }
    }
    return object;
  }
  const bool nothing = types_.empty_of(type, given);
  switch (kind) {
    case TypeKind::Unique:
    case TypeKind::Shared: {
      const Register held = nothing ? constant(0) : value(inner);
      const TypeKind from = types_.kind(given);
      if (!nothing && (from == TypeKind::Unique || (from == TypeKind::Shared && inner->isXValue()))) {
        read(eval(inner), true);
        store(eval(inner), constant(0));
        moved(eval(inner), argument, "move");
      }
      if (from == TypeKind::Shared && !inner->isXValue()) emit({.op = Op::Share, .a = held});
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
      make(types_.element(type), part(object, Step::Field), {inner});
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
    case TypeKind::Bag:
      if (is_variant(type)) {
        const Register held = kept_of(type, inner);
        emit({.op = Op::Renew, .a = object});
        store(object, held == kNoRegister ? unknown(Shape::None) : held);
        choose_alternative(type, object, inner);
        if (inner->isXValue()) moved(eval(inner), argument, "move");
        break;
      }
      // What std::tie made is a row of references.
      if (types_.kind(given) == TypeKind::Bag || is_pair(given->getAsCXXRecordDecl())) {
        const Register held = value(inner);
        const Register all = types_.handle(given) ? held : load(held, Shape::None, true);
        if (const auto* special =
                dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
            special && special->getTemplateArgs().size() > 0 &&
            special->getTemplateArgs()[0].getKind() == TemplateArgument::Pack &&
            std::any_of(special->getTemplateArgs()[0].pack_begin(), special->getTemplateArgs()[0].pack_end(),
                        [](const TemplateArgument& one) {
                          return one.getKind() == TemplateArgument::Type &&
                                 one.getAsType()->isReferenceType();
                        })) {
          emit({.op = Op::Put, .a = load(object, Shape::Pointer), .b = all});
          break;
        }
        emit({.op = Op::Renew, .a = object});
        store(object, all);
        break;
      }
      if (is_output_iterator(type) && !types_.borrows(given)) {
        // What refers to nothing is written elsewhere: the iterator stays what it is.
        eval(inner);
        break;
      }
      if (types_.model(type->getAsCXXRecordDecl())) {
        const Register held = kept_of(type, inner);
        emit({.op = Op::Renew, .a = object});
        store(object, held == kNoRegister ? unknown(Shape::None) : held);
        break;
      }
      // A proxy writes to what it refers to.
      eval(inner);
      use(load(object, Shape::Pointer), Handle::View, nullptr, true);
      break;
    default:
      emit({.op = Op::Renew, .a = object});
      store(object, given->isRecordType() && !types_.handle(given) ? load(eval(inner), Shape::None, true)
                                                                   : value(inner));
      break;
  }
  return object;
}

Register Lowering::call_summary(const clang::Expr* expression, const clang::FunctionDecl* callee,
                                const Summary* summary, Register object,
                                const std::vector<const clang::Expr*>& arguments) {
  using namespace clang;
  auto site = std::make_unique<CallSite>();
  site->summary = summary;
  site->callee = summaries_.key(callee);
  if (strict_) site->strict = where_;
  const bool told = !summary || !summary->outcomes.empty();
  const auto* method = dyn_cast<CXXMethodDecl>(callee);
  if (method && method->isInstance()) {
    site->arguments.push_back(object);
    const bool assignment = method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator();
    if (assignment) emit({.op = Op::Renew, .a = object});
    // What the body reads of what was moved from, the summary says.
    if (object != kNoRegister && !isa<CXXConstructorDecl>(callee) && !assignment && !told)
      read(object, true, word(callee));
  }
  std::vector<PlaceId> parameters;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Expr* argument = arguments[i];
    Register given = eval(argument);
    const ParmVarDecl* parameter =
        i < callee->getNumParams() ? callee->getParamDecl(static_cast<unsigned>(i)) : nullptr;
    const bool by_reference = parameter && parameter->getType()->isReferenceType();
    if (argument->isGLValue() && !names_local(argument)) use(given);
    // Who is given a container to change may fill it anew.
    const bool asked = told && (types_.kind(argument->getType()) == TypeKind::Record || !parameter ||
                                !parameter->getType().getNonReferenceType().isConstQualified());
    if (!asked && argument->isGLValue() && argument->getType()->isRecordType() && !argument->isXValue())
      read(given, true, word(callee));
    const QualType passed = parameter ? parameter->getType() : QualType();
    const bool forwarded = parameter && passed->isRecordType() && argument->isGLValue();
    if (forwarded) {
      // What make_unique and its kind were given becomes a parameter of its own.
      parameters.push_back(facts_->places.field(facts_->places.base(Base::Temporary, argument), parameter));
      begin(parameters.back(), false);
      const Register own = address(parameters.back());
      make(passed, own, {argument});
      if (argument->isXValue() && context_.hasSameUnqualifiedType(passed, argument->getType()))
        moved(given, argument, "move");
      given = own;
    } else if (!by_reference && argument->isGLValue() && !argument->getType()->isRecordType()) {
      given = load(given, types_.shape(argument->getType()));
    }
    const TypeKind kind = types_.kind(argument->getType());
    if (kind == TypeKind::View || kind == TypeKind::Iterator)
      use(value(argument), kind == TypeKind::View ? Handle::View : Handle::Iterator, nullptr, true);
    // What is done with a pointer the summary says: it may only be compared.
    if (kind == TypeKind::Pointer && !argument->isGLValue() && !told) use(given, Handle::Raw, nullptr, true);
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
  // The callee has destroyed them.
  for (const PlaceId parameter : parameters)
    emit({.op = Op::Expire, .place = parameter, .cause = Cause::Scope});
  return to;
}

}  // namespace hull::safety
