#include "safety/clang/lower.h"

#include <algorithm>
#include <set>

namespace hull::safety {

const char* kept(llvm::StringRef text) {
  static std::set<std::string, std::less<>> all;
  return all.emplace(text).first->c_str();
}

namespace {

// What the expression stands around without changing it; null when it is something itself.
const clang::Expr* wrapped(const clang::Expr* expression) {
  using namespace clang;
  if (const auto* full = llvm::dyn_cast<FullExpr>(expression)) return full->getSubExpr();
  if (const auto* paren = llvm::dyn_cast<ParenExpr>(expression)) return paren->getSubExpr();
  if (const auto* temporary = llvm::dyn_cast<CXXBindTemporaryExpr>(expression))
    return temporary->getSubExpr();
  if (const auto* substituted = llvm::dyn_cast<SubstNonTypeTemplateParmExpr>(expression))
    return substituted->getReplacement();
  if (const auto* rewritten = llvm::dyn_cast<CXXRewrittenBinaryOperator>(expression))
    return rewritten->getSemanticForm();
  if (const auto* generic = llvm::dyn_cast<GenericSelectionExpr>(expression)) return generic->getResultExpr();
  if (const auto* argument = llvm::dyn_cast<CXXDefaultArgExpr>(expression)) return argument->getExpr();
  if (const auto* member = llvm::dyn_cast<CXXDefaultInitExpr>(expression)) return member->getExpr();
  const auto* opaque = llvm::dyn_cast<OpaqueValueExpr>(expression);
  return opaque ? opaque->getSourceExpr() : nullptr;
}

}  // namespace

const clang::Expr* bare(const clang::Expr* expression) {
  if (!expression) return nullptr;
  while (const clang::Expr* inner = wrapped(expression)) expression = inner;
  return expression;
}

const clang::Expr* maker(const clang::Expr* expression) {
  const clang::Expr* inner = bare(expression);
  while (const auto* cast = llvm::dyn_cast_or_null<clang::CastExpr>(inner)) {
    if (!cast->getType()->isRecordType() || !cast->isPRValue() || !cast->getSubExpr()->isPRValue() ||
        !cast->getSubExpr()->getType()->isRecordType()) {
      break;
    }
    const clang::Expr* source = bare(cast->getSubExpr());
    if (!source) break;
    inner = source;
  }
  return inner;
}

bool names_base(const clang::Expr* expression) {
  const auto* cast = llvm::dyn_cast<clang::CastExpr>(expression);
  return cast && cast->isGLValue() &&
         (cast->getCastKind() == clang::CK_DerivedToBase ||
          cast->getCastKind() == clang::CK_UncheckedDerivedToBase);
}

namespace {

bool tries(const clang::Stmt* statement) {
  if (!statement || llvm::isa<clang::LambdaExpr>(statement)) return false;
  if (llvm::isa<clang::CXXTryStmt>(statement)) return true;
  return std::any_of(statement->child_begin(), statement->child_end(), tries);
}

}  // namespace

Lowering::Lowering(const clang::FunctionDecl* function, Types& types, SummarySource& summaries, bool strict)
    : function_(function), types_(types), summaries_(summaries), context_(types.context()), strict_(strict) {}

// --- emitting -----------------------------------------------------------------------------------------

Fact& Lowering::emit(Fact fact) {
  if (fact.where == 0) fact.where = where_;
  block_->facts.push_back(fact);
  return block_->facts.back();
}

Register Lowering::address(PlaceId place) {
  const Register to = fresh();
  emit({.op = Op::Address, .to = to, .place = place});
  return to;
}

Register Lowering::constant(std::int64_t value) {
  const Register to = fresh();
  emit({.op = Op::Constant, .to = to, .number = value});
  return to;
}

Register Lowering::unknown(Shape shape, bool not_null, PlaceId place) {
  const Register to = fresh();
  emit({.op = Op::Unknown, .to = to, .place = place, .shape = shape, .flag = not_null});
  return to;
}

Register Lowering::load(Register from, Shape shape, bool deep) {
  const Register to = fresh();
  emit({.op = Op::Load, .to = to, .a = from, .shape = shape, .deep = deep});
  return to;
}

Register Lowering::part(Register of, Step step, const void* what) {
  const Register to = fresh();
  emit({.op = Op::Part, .to = to, .a = of, .step = step, .what = what});
  return to;
}

// The declaration that stands for the field, known by name to the report. The alternatives of a union are one
// piece of memory.
const void* Lowering::known(const clang::FieldDecl* field) {
  if (field->getParent()->isUnion()) return types_.named(field->getParent());
  field = field_of(field);
  known_static(field);
  const auto* closure = llvm::dyn_cast<clang::CXXRecordDecl>(field->getParent());
  if ((closure && closure->isLambda()) || types_.callable(field->getType())) facts_->callables->insert(field);
  if (strict_ && types_.refers(field->getType())) facts_->borrowers.insert(field);
  return field;
}

const void* Lowering::known_static(const clang::NamedDecl* declaration) {
  if (declaration->getIdentifier() && !declaration->getName().empty())
    facts_->names.emplace(declaration, kept(declaration->getName()));
  return types_.named(declaration);
}

Register Lowering::field(Register of, const clang::FieldDecl* field) {
  return part(of, Step::Field, known(field));
}

Register Lowering::computed(Op op, Register a, Register b, std::int64_t number, Shape shape) {
  const Register to = fresh();
  emit({.op = op, .to = to, .a = a, .b = b, .shape = shape, .number = number});
  return to;
}

void Lowering::store(Register to, Register value) { emit({.op = Op::Store, .a = to, .b = value}); }

void Lowering::use(Register what, Handle handle, const char* word, bool only_end) {
  emit({.op = Op::Use, .a = what, .handle = handle, .flag = only_end, .word = word});
}

void Lowering::read(Register what, bool value_only, const char* word) {
  emit({.op = Op::Read, .a = what, .flag = value_only, .word = word});
}

void Lowering::read_given(Register given, const clang::Expr* argument, const clang::FunctionDecl* callee,
                          std::size_t index) {
  if (!argument->isGLValue() || argument->isXValue() || !argument->getType()->isRecordType()) return;
  const bool declared = callee && index < callee->getNumParams();
  const clang::QualType type =
      declared ? callee->getParamDecl(static_cast<unsigned>(index))->getType() : clang::QualType();
  // std::move itself is known to the compiler.
  const bool filled = declared && callee->getBuiltinID() == 0 && type->isLValueReferenceType() &&
                      !type->getPointeeType().isConstQualified();
  if (!filled) read(given, true, callee ? word(callee) : nullptr);
}

void Lowering::forget() { emit({.op = Op::Forget}); }

// --- the function -------------------------------------------------------------------------------------

std::unique_ptr<Facts> Lowering::run() {
  clang::CFG::BuildOptions options;
  options.setAllAlwaysAdd();
  options.AddImplicitDtors = true;
  options.AddLifetime = true;
  options.AddInitializers = true;
  options.AddCXXDefaultInitExprInCtors = true;
  options.PruneTriviallyFalseEdges = true;
  options.AddStaticInitBranches = true;
  // What may throw inside a try goes on in a handler.
  tries_ = tries(function_->getBody());
  options.AddEHEdges = tries_;
  const auto graph = clang::CFG::buildCFG(function_, function_->getBody(), &context_, options);
  if (!graph) return nullptr;
  facts_ = std::make_unique<Facts>();
  facts_->callables = types_.callables();
  facts_->blocks.resize(graph->getNumBlockIDs());
  facts_->entry = graph->getEntry().getBlockID();
  facts_->exit = graph->getExit().getBlockID();
  facts_->result = facts_->places.base(Base::Result, function_);
  facts_->end = function_->getEndLoc().getRawEncoding();
  if (types_.callable(function_->getReturnType())) facts_->callables->insert(function_);
  facts_->program = function_->isMain();
  facts_->strict = strict_;

  block_ = &facts_->blocks[facts_->entry];
  where_ = function_->getLocation().getRawEncoding();
  parameters();
  find_full_expressions(function_->getBody());
  find_deleting_loops(function_->getBody());
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function_)) {
    bool based = false;
    for (const clang::CXXCtorInitializer* initializer : constructor->inits()) {
      if (initializer->isBaseInitializer()) {
        destine_base(initializer->getInit(), self_, std::exchange(based, true));
      } else {
        destine(initializer->getInit(), initialized(initializer));
      }
      full_expression(initializer->getInit(), false);
    }
  }

  // Numbers fall along the flow, so that operands come before what uses them.
  std::vector<const clang::CFGBlock*> blocks(graph->getNumBlockIDs(), nullptr);
  for (const clang::CFGBlock* block : *graph) blocks[block->getBlockID()] = block;
  for (std::size_t id = blocks.size(); id-- > 0;) {
    const clang::CFGBlock* block = blocks[id];
    if (!block) continue;
    FactBlock& facts = facts_->blocks[id];
    block_ = &facts;
    if (const auto* handler = llvm::dyn_cast_or_null<clang::CXXCatchStmt>(block->getLabel())) caught(handler);
    for (const clang::CFGElement& element : *block) this->element(element);
    terminator(*block, facts);
  }
  block_ = &facts_->blocks[facts_->exit];
  where_ = facts_->end;
  for (const clang::ParmVarDecl* parameter : function_->parameters()) {
    const clang::QualType type = parameter->getType();
    if (type->isReferenceType()) continue;
    const PlaceId place = place_of(parameter);
    if (types_.ends(type)) destroy(type, address(place));
    emit({.op = Op::Expire, .place = place, .cause = Cause::Scope, .where = facts_->end});
  }
  for (FactBlock& block : facts_->blocks) {
    // The cases of a switch have higher numbers than where it is decided between them, and are no loops.
    if (!block.cases.empty()) continue;
    for (const std::uint32_t successor : block.successors) {
      // A back edge goes to a block with a higher number.
      if (successor != kNoBlock && successor >= static_cast<std::uint32_t>(&block - facts_->blocks.data())) {
        facts_->blocks[successor].loop = true;
      }
    }
  }
  return std::move(facts_);
}

void Lowering::parameters() {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function_);
  if (method && method->isInstance()) {
    this_place_ = facts_->places.base(Base::Parameter, function_);
    facts_->names.emplace(function_, "this");
    facts_->parameters.push_back(this_place_);
    self_ = facts_->places.pointee(this_place_);
    emit({.op = Op::Assume, .a = load(address(this_place_), Shape::Pointer), .flag = true});
    if (method->getParent()->isLambda()) {
      method->getParent()->getCaptureFields(captures_, captured_this_);
    }
  }
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function_);
      constructor && !last_base(constructor))
    members_begin(constructor);
  for (const clang::ParmVarDecl* parameter : function_->parameters()) {
    const PlaceId place = place_of(parameter);
    facts_->parameters.push_back(place);
    if (parameter->getType()->isReferenceType()) {
      emit({.op = Op::Assume, .a = load(address(place), Shape::Pointer), .flag = true});
    }
  }
  forget();
}

namespace {

// Whether the condition compares an element, or what a pointer points to.
bool looks_into_memory(const clang::Expr* condition) {
  using namespace clang;
  const auto* comparison = dyn_cast<BinaryOperator>(condition);
  if (!comparison || !comparison->isComparisonOp()) return false;
  const auto reads = [](const Expr* side) {
    side = side->IgnoreParenImpCasts();
    while (const auto* member = dyn_cast<MemberExpr>(side)) {
      if (member->isArrow()) return false;
      side = member->getBase()->IgnoreParenImpCasts();
    }
    const auto* call = dyn_cast<CXXOperatorCallExpr>(side);
    return isa<ArraySubscriptExpr>(side) || (call && call->getOperator() == OO_Subscript);
  };
  return reads(comparison->getLHS()) || reads(comparison->getRHS());
}

}  // namespace

void Lowering::find_loop_tests(const clang::Stmt* loop) {
  using namespace clang;
  const Expr* condition = nullptr;
  if (const auto* counted = dyn_cast<ForStmt>(loop)) condition = counted->getCond();
  if (const auto* asked = dyn_cast<WhileStmt>(loop)) condition = asked->getCond();
  if (const auto* asked = dyn_cast<DoStmt>(loop)) condition = asked->getCond();
  if (!condition && !isa<CXXForRangeStmt>(loop)) return;
  const LoopTest test = isa<DoStmt>(loop) ? LoopTest::After : LoopTest::Before;
  // Each side of && and || is asked in a block of its own, which ends with the whole. Who asks what lies in
  // memory asks as he does anywhere: the first that is there may be the one.
  const auto walk = [&](auto&& self, const Expr* part, const Stmt* end) -> void {
    part = part ? part->IgnoreParenImpCasts() : nullptr;
    if (const auto* negated = dyn_cast_or_null<UnaryOperator>(part);
        negated && negated->getOpcode() == UO_LNot)
      return self(self, negated->getSubExpr(), end);
    const auto* both = dyn_cast_or_null<BinaryOperator>(part);
    if (both && both->isLogicalOp()) {
      self(self, both->getLHS(), both);
      return self(self, both->getRHS(), end);
    }
    loop_tests_[end] = part && looks_into_memory(part) ? LoopTest::None : test;
  };
  walk(walk, condition, loop);
}

void Lowering::element(const clang::CFGElement& element) {
  switch (element.getKind()) {
    case clang::CFGElement::Statement:
    case clang::CFGElement::Constructor:
    case clang::CFGElement::CXXRecordTypedCall:
      statement(element.castAs<clang::CFGStmt>().getStmt());
      break;
    case clang::CFGElement::Initializer:
      initializer(element.castAs<clang::CFGInitializer>().getInitializer());
      break;
    case clang::CFGElement::AutomaticObjectDtor: {
      const auto dtor = element.castAs<clang::CFGAutomaticObjDtor>();
      where_ = dtor.getTriggerStmt()->getEndLoc().getRawEncoding();
      variable_ends(dtor.getVarDecl(), true);
      break;
    }
    case clang::CFGElement::LifetimeEnds: {
      const auto ends = element.castAs<clang::CFGLifetimeEnds>();
      where_ = ends.getTriggerStmt()->getEndLoc().getRawEncoding();
      variable_ends(ends.getVarDecl(), false);
      break;
    }
    case clang::CFGElement::MemberDtor: {
      const clang::FieldDecl* member = element.castAs<clang::CFGMemberDtor>().getFieldDecl();
      where_ = facts_->end;
      // What a union holds is ended by hand.
      if (!member->getParent()->isUnion() && types_.ends(member->getType()))
        destroy(member->getType(), field(address(self_), member));
      break;
    }
    default:
      break;
  }
}

void Lowering::statement(const clang::Stmt* statement) {
  if (const auto* expression = llvm::dyn_cast<clang::Expr>(statement)) {
    eval(expression);
    const clang::Expr* key = bare(expression);
    if (full_expressions_.contains(key)) full_expression_ends(key);
    return;
  }
  where_ = statement->getBeginLoc().getRawEncoding();
  if (const auto* declarations = llvm::dyn_cast<clang::DeclStmt>(statement)) {
    for (const clang::Decl* declaration : declarations->decls()) {
      if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(declaration)) declare(variable);
    }
    forget();
  } else if (const auto* returned = llvm::dyn_cast<clang::ReturnStmt>(statement)) {
    return_value(returned);
    forget();
  } else if (const auto* assembly = llvm::dyn_cast<clang::GCCAsmStmt>(statement)) {
    for (unsigned i = 0; i < assembly->getNumOutputs(); ++i)
      emit({.op = Op::Escape, .a = eval(assembly->getOutputExpr(i))});
    forget();
  }
}

// Whether the statement has the text of what the macro was given, or says where it stands.
bool Lowering::tells(const clang::Stmt* statement, clang::SourceLocation macro) const {
  using namespace clang;
  if (!statement || isa<LambdaExpr>(statement)) return false;
  const SourceManager& sources = context_.getSourceManager();
  const auto made_by_macro = [&](SourceLocation location) {
    return location.isMacroID() && sources.getExpansionLoc(location) == macro &&
           sources.isWrittenInScratchSpace(sources.getSpellingLoc(location));
  };
  if (const auto* text = dyn_cast<clang::StringLiteral>(statement)) {
    for (unsigned i = 0; i < text->getNumConcatenated(); ++i) {
      if (made_by_macro(text->getStrTokenLoc(i))) return true;
    }
    return false;
  }
  if (const auto* number = dyn_cast<IntegerLiteral>(statement)) return made_by_macro(number->getLocation());
  if (const auto* missing = dyn_cast<CXXDefaultArgExpr>(statement)) {
    return isa<SourceLocExpr>(missing->getExpr()->IgnoreImplicit()) &&
           sources.getExpansionLoc(missing->getUsedLocation()) == macro;
  }
  return std::any_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt* child) { return tells(child, macro); });
}

namespace {

// Whether the expression does nothing: `(void)0`.
bool does_nothing(const clang::Stmt* statement) {
  const auto* expression = llvm::dyn_cast_or_null<clang::Expr>(statement);
  const auto* cast = expression ? llvm::dyn_cast<clang::CStyleCastExpr>(bare(expression)) : nullptr;
  return cast && cast->getType()->isVoidType() &&
         llvm::isa<clang::IntegerLiteral>(cast->getSubExpr()->IgnoreParenImpCasts());
}

}  // namespace

// The block ends with what a macro asks: if only one side tells of it, or the other does nothing and there
// is somebody to complain, `condition ? (void)0 : Voidify() & Message()`, the macro asserts that other.
void Lowering::assertion(const clang::CFGBlock& block) {
  using namespace clang;
  SourceLocation asked;
  const Stmt *yes = nullptr, *no = nullptr;
  const Stmt* statement = block.getTerminatorStmt();
  if (const auto* choice = dyn_cast_or_null<IfStmt>(statement)) {
    asked = choice->getIfLoc();
    yes = choice->getThen();
    no = choice->getElse();
  } else if (const auto* operation = dyn_cast_or_null<ConditionalOperator>(statement)) {
    asked = operation->getQuestionLoc();
    yes = operation->getTrueExpr();
    no = operation->getFalseExpr();
  } else if (const auto* loop = dyn_cast_or_null<WhileStmt>(statement)) {
    asked = loop->getWhileLoc();
    yes = loop->getBody();
  } else if (const auto* both = dyn_cast_or_null<BinaryOperator>(statement)) {
    asked = both->getOperatorLoc();
    (both->getOpcode() == BO_LAnd ? yes : no) = both->getRHS();
  }
  const SourceManager& sources = context_.getSourceManager();
  if (!asked.isMacroID() || !sources.isMacroBodyExpansion(asked) || block.succ_size() != 2) return;
  const SourceLocation macro = sources.getExpansionLoc(asked);
  const bool conditional = isa<ConditionalOperator>(statement);
  const bool then_tells = tells(yes, macro) || (conditional && does_nothing(no));
  if (then_tells == (tells(no, macro) || (conditional && does_nothing(yes)))) return;
  if (const CFGBlock* side = then_tells ? *block.succ_begin() : *std::next(block.succ_begin()))
    facts_->blocks[side->getBlockID()].doubt = Doubt::Way;
}

void Lowering::terminator(const clang::CFGBlock& block, FactBlock& facts) {
  const clang::Stmt* statement = block.getTerminatorStmt();
  const bool raises = !statement || llvm::isa<clang::CXXTryStmt>(statement);
  for (const clang::CFGBlock::AdjacentBlock& successor : block.succs()) {
    const clang::CFGBlock* to = successor.getReachableBlock();
    // An exception that leaves the function.
    const bool leaves = raises && !facts.successors.empty() && to && to->getBlockID() == facts_->exit;
    if (!leaves) facts.successors.push_back(to ? to->getBlockID() : kNoBlock);
  }
  if (block.hasNoReturnElement()) emit({.op = Op::Stop});
  if (const auto test = loop_tests_.find(statement); test != loop_tests_.end()) facts.test = test->second;
  assertion(block);
  // Who comes first makes what is static in a function; most calls find it as others have left it.
  if (const auto* made = llvm::dyn_cast_or_null<clang::DeclStmt>(statement); made && block.succ_size() == 2) {
    if (const clang::CFGBlock* first = *std::next(block.succ_begin()))
      facts_->blocks[first->getBlockID()].doubt = Doubt::Rounds;
  }
  // Nothing that the program asks decides whether a call throws.
  if (facts.successors.size() < 2 || raises) return;
  const clang::Expr* condition = block.getLastCondition();
  if (!condition) condition = llvm::dyn_cast_or_null<clang::Expr>(block.getTerminatorCondition());
  if (!condition) return;
  const clang::Expr* key = bare(condition);
  const auto found = registers_.find(key);
  if (found == registers_.end()) {
    if (statement && llvm::isa<clang::SwitchStmt>(statement))
      facts.condition = eval(condition);
    else
      return;
  } else {
    facts.condition = found->second;
  }
  const auto* choice = llvm::dyn_cast_or_null<clang::SwitchStmt>(statement);
  if (!choice) {
    if (facts.successors.size() != 2) facts.condition = kNoRegister;
    return;
  }
  // The last successor is the default, or what comes after the switch; others begin with their label.
  std::size_t index = 0;
  for (const clang::CFGBlock::AdjacentBlock& successor : block.succs()) {
    if (++index == facts.successors.size()) break;
    const clang::CFGBlock* to = successor.getReachableBlock() ? successor.getReachableBlock()
                                                              : successor.getPossiblyUnreachableBlock();
    const auto* label = to ? llvm::dyn_cast_or_null<clang::CaseStmt>(to->getLabel()) : nullptr;
    std::int64_t low = std::numeric_limits<std::int64_t>::min(),
                 high = std::numeric_limits<std::int64_t>::max();
    if (label) {
      low = high = number_of(label->getLHS()->EvaluateKnownConstInt(context_)).value_or(low);
      if (label->getRHS()) high = number_of(label->getRHS()->EvaluateKnownConstInt(context_)).value_or(high);
    }
    facts.cases.emplace_back(low, high);
  }
}

// --- declarations -------------------------------------------------------------------------------------

void Lowering::destine(const clang::Expr* expression, PlaceId place) {
  const clang::Expr* inner = maker(expression);
  if (!inner) return;
  // Where it was made it stays.
  if (registers_.contains(inner) && destinations_.contains(inner)) return;
  destinations_[inner] = place;
  if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(inner)) {
    destine(choice->getTrueExpr(), place);
    destine(choice->getFalseExpr(), place);
  } else if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(inner)) {
    if (cast->getSubExpr()->isPRValue() && cast->getType()->isRecordType())
      destine(cast->getSubExpr(), place);
  } else if (const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(inner)) {
    if (operation->getOpcode() == clang::BO_Comma) destine(operation->getRHS(), place);
  } else if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(inner)) {
    if (list->isTransparent() && list->getNumInits() == 1) return destine(list->getInit(0), place);
    const auto* record = list->getType()->getAsRecordDecl();
    if (!record) return;
    if (const clang::FieldDecl* field = list->getInitializedFieldInUnion()) {
      if (list->getNumInits() == 1) destine(list->getInit(0), facts_->places.field(place, known(field)));
      return;
    }
    unsigned index = 0;
    if (const auto* cxx = llvm::dyn_cast<clang::CXXRecordDecl>(record)) {
      for (; index < cxx->getNumBases() && index < list->getNumInits(); ++index)
        destine_base(list->getInit(index), place, index > 0);
    }
    for (const clang::FieldDecl* field : record->fields()) {
      if (field->isUnnamedBitField() || index >= list->getNumInits()) continue;
      destine(list->getInit(index++), facts_->places.field(place, known(field)));
    }
  } else if (const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(inner)) {
    // A prvalue that is copied to its place: the copy is elided.
    if (construct->isElidable() && construct->getNumArgs() == 1) {
      const clang::Expr* source = bare(construct->getArg(0));
      if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(source))
        destine(temporary->getSubExpr(), place);
    }
  }
}

// The same for a base of the object, when another has been made there or not.
void Lowering::destine_base(const clang::Expr* expression, PlaceId object, bool another) {
  destine(expression, object);
  if (const clang::Expr* inner = maker(expression)) bases_.emplace(inner, another);
}

PlaceId Lowering::place_of(const clang::VarDecl* variable) {
  variable = variable->getCanonicalDecl();
  if (variable->getDeclName()) facts_->names.emplace(variable, kept(variable->getName()));
  if (types_.callable(variable->getType())) facts_->callables->insert(variable);
  if (!variable->isLocalVarDeclOrParm() || variable->hasGlobalStorage())
    return facts_->places.base(Base::Static, known_static(variable));
  return facts_->places.base(llvm::isa<clang::ParmVarDecl>(variable) ? Base::Parameter : Base::Local,
                             variable);
}

void Lowering::declare(const clang::VarDecl* variable) {
  where_ = variable->getLocation().getRawEncoding();
  const PlaceId place = place_of(variable);
  const clang::Expr* init = variable->getInit();
  const clang::QualType type = variable->getType();
  if (variable->hasGlobalStorage()) {
    if (init && (type->isPointerType() || type->isReferenceType())) store(address(place), eval(init));
    return;
  }
  if (type->isReferenceType()) {
    emit({.op = Op::Begin, .place = place});
    if (init) store(address(place), eval(init));
  } else if (types_.kind(type) == TypeKind::Array) {
    if (const auto* array = context_.getAsConstantArrayType(type); array && !init) {
      begin(place, false);
      emit({.op = Op::SetSize,
            .a = address(place),
            .number = static_cast<std::int64_t>(array->getSize().getLimitedValue())});
    } else if (init) {
      eval(init);
    }
  } else if (type->isRecordType()) {
    // The initializer has made it.
    if (init) {
      eval(init);
    } else {
      begin(place, false);
      unwritten_fields(type, place, 0);
    }
  } else {
    const Register value = init ? eval(init) : kNoRegister;
    begin(place, !init && !type.isVolatileQualified());
    if (init) store(address(place), value);
  }
}

// The exception lives until its handler ends.
void Lowering::caught(const clang::CXXCatchStmt* handler) {
  emit({.op = Op::Catch, .where = handler->getCatchLoc().getRawEncoding()});
  const clang::VarDecl* variable = handler->getExceptionDecl();
  if (!variable) return;
  where_ = variable->getLocation().getRawEncoding();
  const PlaceId place = place_of(variable);
  begin(place, false);
  if (!variable->getType()->isReferenceType()) return;
  const PlaceId exception = facts_->places.base(Base::Local, handler);
  begin(exception, false);
  store(address(place), address(exception));
  extended_[variable->getCanonicalDecl()] = {{exception, clang::QualType()}};
}

void Lowering::return_value(const clang::ReturnStmt* statement) {
  const clang::Expr* value = statement->getRetValue();
  where_ = statement->getReturnLoc().getRawEncoding();
  if (!value || value->getType()->isVoidType()) return;
  const clang::QualType type = function_->getReturnType();
  if (!type->isReferenceType() && type->isRecordType()) {
    eval(value);
    // What a handle or an object holds when it has been returned is written here.
    const Register object = address(facts_->result);
    const Register held = load(object, types_.shape(type));
    if (types_.handle(type)) store(object, held);
    return;
  }
  store(address(facts_->result), eval(value));
}

const clang::CXXCtorInitializer* Lowering::last_base(const clang::CXXConstructorDecl* constructor) {
  const clang::CXXCtorInitializer* last = nullptr;
  for (const clang::CXXCtorInitializer* initializer : constructor->inits()) {
    if (initializer->isBaseInitializer()) last = initializer;
  }
  return last;
}

// Numbers and pointers have no value until their initializer has run, if they have one. They begin when the
// bases are there.
void Lowering::members_begin(const clang::CXXConstructorDecl* constructor) {
  if (constructor->isDelegatingConstructor() || constructor->isCopyOrMoveConstructor() ||
      constructor->getParent()->isUnion())
    return;
  for (const clang::FieldDecl* member : constructor->getParent()->fields()) {
    if (!member->getType()->isScalarType() || member->isUnnamedBitField()) continue;
    begin(facts_->places.field(self_, known(member)), true);
  }
}

// What the initializer gives a value: a base or delegate is the object itself, and a member of an anonymous
// union or structure lies in that.
PlaceId Lowering::initialized(const clang::CXXCtorInitializer* initializer) {
  const auto* indirect = initializer->getIndirectMember();
  if (!indirect) {
    const clang::FieldDecl* member = initializer->getMember();
    return member ? facts_->places.field(self_, known(member)) : self_;
  }
  PlaceId place = self_;
  for (const clang::NamedDecl* step : indirect->chain())
    place = facts_->places.field(place, known(llvm::cast<clang::FieldDecl>(step)));
  return place;
}

void Lowering::initializer(const clang::CXXCtorInitializer* initializer) {
  const clang::Expr* init = initializer->getInit();
  where_ = initializer->getSourceLocation().getRawEncoding();
  if (!init) return;
  if (initializer->isDelegatingInitializer() || initializer->isBaseInitializer()) {
    eval(init);
  } else if (const clang::FieldDecl* member = initializer->getAnyMember()) {
    const clang::QualType type = member->getType();
    const Register to = address(initialized(initializer));
    if (type->isReferenceType()) {
      store(to, eval(init));
    } else if (type->isRecordType() || type->isArrayType()) {
      eval(init);
    } else {
      store(to, eval(init));
    }
  }
  full_expression_ends(bare(init));
  forget();
  const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function_);
  if (constructor && last_base(constructor) == initializer) members_begin(constructor);
}

}  // namespace hull::safety
