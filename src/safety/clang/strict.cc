#include "safety/clang/strict.h"

#include <set>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringSet.h"
#include "safety/clang/unsafe.h"

namespace hull::safety {

namespace {

constexpr const char* kByHand = "H0902";
constexpr const char* kArithmetic = "H0903";
constexpr const char* kCast = "H0904";
constexpr const char* kUnion = "H0905";
constexpr const char* kVariadic = "H0906";
constexpr const char* kNoValue = "H0907";
constexpr const char* kNotFollowed = "H0908";

Message wrong(const char* code, clang::SourceLocation where, std::string text, std::string help) {
  Message message{.code = code, .where = where.getRawEncoding(), .text = std::move(text), .notes = {}};
  message.help = std::move(help);
  return message;
}

bool says_safe(const clang::Decl* declaration) {
  return llvm::any_of(declaration->specific_attrs<clang::AnnotateAttr>(),
                      [](const auto* attribute) { return attribute->getAnnotation() == kSafeAttribute; });
}

/// What an instance of a template was written as.
const clang::Decl* as_written(const clang::Decl* declaration) {
  const clang::Decl* pattern = nullptr;
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(declaration))
    pattern = function->getTemplateInstantiationPattern();
  if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(declaration))
    pattern = record->getTemplateInstantiationPattern();
  return pattern ? pattern : declaration;
}

class Body : public clang::RecursiveASTVisitor<Body> {
 public:
  Body(clang::ASTContext& context, const std::function<void(Message)>& tell)
      : context_(context), tell_(tell) {}
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitCXXNewExpr(clang::CXXNewExpr* expression) {
    tell(kByHand, expression, "memory is allocated by hand, with `new`",
         "make it with `std::make_unique`, or put it in a container");
    return true;
  }
  bool VisitCXXDeleteExpr(clang::CXXDeleteExpr* expression) {
    tell(kByHand, expression, "memory is freed by hand, with `delete`",
         "let a `std::unique_ptr` or a container own it");
    return true;
  }

  bool VisitCallExpr(clang::CallExpr* call) {
    const clang::FunctionDecl* callee = call->getDirectCallee();
    if (!callee) {
      const auto* destructor = llvm::dyn_cast<clang::CXXPseudoDestructorExpr>(call->getCallee());
      if (!destructor && !call->isTypeDependent())
        tell(kNotFollowed, call, "this call goes through a pointer to a function",
             "call the function by its name, or pass it as a template parameter");
      return true;
    }
    static const llvm::StringSet<> kAllocators = {"malloc",         "calloc", "realloc", "reallocarray",
                                                  "free",           "strdup", "strndup", "aligned_alloc",
                                                  "posix_memalign", "valloc", "memalign"};
    static const llvm::StringSet<> kJumps = {"setjmp",      "_setjmp", "sigsetjmp",
                                             "__sigsetjmp", "longjmp", "siglongjmp"};
    const clang::IdentifierInfo* name = callee->getIdentifier();
    const bool of_c = name && (callee->isExternC() || callee->isInStdNamespace());
    if (of_c && kAllocators.contains(name->getName())) {
      tell(kByHand, call, "memory is managed by hand, with `" + name->getName().str() + "`",
           "let a container or a `std::unique_ptr` own it");
    } else if (of_c && kJumps.contains(name->getName())) {
      tell(kNotFollowed, call,
           "`" + name->getName().str() + "` leaves functions without ending what is in them",
           "return a `std::expected`, or throw");
    } else if (callee->isVariadic() && callee->getBuiltinID() == 0) {
      tell_variadic(call, callee);
    } else if (callee->isVariadic() && of_c) {
      tell_variadic(call, callee);  // printf and its kind are builtins.
    }
    return true;
  }
  bool VisitVAArgExpr(clang::VAArgExpr* expression) {
    tell(kVariadic, expression, "a variable argument is taken for what it may not be",
         "take a parameter pack or a `std::span`");
    return true;
  }

  bool VisitBinaryOperator(clang::BinaryOperator* operation) {
    if (operation->isAssignmentOp() && !operation->isCompoundAssignmentOp())
      written_.insert(operation->getLHS()->IgnoreParens());
    const bool adds = operation->isAdditiveOp() || operation->getOpcode() == clang::BO_AddAssign ||
                      operation->getOpcode() == clang::BO_SubAssign;
    if (adds && (is_pointer(operation->getLHS()) || is_pointer(operation->getRHS())))
      arithmetic(operation->getOperatorLoc());
    return true;
  }
  bool VisitUnaryOperator(clang::UnaryOperator* operation) {
    if (operation->isIncrementDecrementOp() && is_pointer(operation->getSubExpr()))
      arithmetic(operation->getOperatorLoc());
    return true;
  }
  bool VisitArraySubscriptExpr(clang::ArraySubscriptExpr* subscript) {
    const clang::Expr* base = subscript->getBase()->IgnoreParenImpCasts();
    const auto* array = context_.getAsConstantArrayType(base->getType());
    clang::Expr::EvalResult index;
    if (array && !subscript->getIdx()->isValueDependent() &&
        subscript->getIdx()->EvaluateAsInt(index, context_) && !index.Val.getInt().isNegative() &&
        index.Val.getInt().getZExtValue() < array->getZExtSize()) {
      return true;
    }
    if (subscript->getBase()->isTypeDependent()) return true;
    tell(kArithmetic, subscript,
         array ? "an array of C's is indexed, which nothing checks"
               : "a pointer is indexed, which nothing checks",
         "use `std::array`, `std::vector` or `std::span`, and `at`");
    return true;
  }

  bool VisitCXXReinterpretCastExpr(clang::CXXReinterpretCastExpr* cast) {
    tell(kCast, cast, "`reinterpret_cast` is not checked", "`std::bit_cast` copies the bytes");
    return true;
  }
  bool VisitCXXConstCastExpr(clang::CXXConstCastExpr* cast) {
    const clang::QualType from = pointee(cast->getSubExpr()->getType()), to = pointee(cast->getType());
    if (from.isConstQualified() && !to.isConstQualified())
      tell(kCast, cast, "`const_cast` takes the constness away", "ask for what may be changed");
    return true;
  }
  bool VisitExplicitCastExpr(clang::ExplicitCastExpr* cast) {
    if (llvm::isa<clang::CXXReinterpretCastExpr, clang::CXXConstCastExpr>(cast)) return true;
    switch (cast->getCastKind()) {
      case clang::CK_BitCast:
        if (cast->getType()->isVoidPointerType()) return true;
        [[fallthrough]];
      case clang::CK_LValueBitCast:
      case clang::CK_IntegralToPointer:
      case clang::CK_PointerToIntegral:
      case clang::CK_ReinterpretMemberPointer:
        tell(kCast, cast, "this cast is not checked: it takes memory for what it may not be",
             "keep the type, or take a `std::variant`");
        return true;
      case clang::CK_BaseToDerived:
      case clang::CK_BaseToDerivedMemberPointer:
        tell(kCast, cast, "this cast to a derived class is not checked",
             "`dynamic_cast`, or a virtual function");
        return true;
      default:
        break;
    }
    const clang::QualType from = pointee(cast->getSubExprAsWritten()->getType()),
                          to = pointee(cast->getType());
    if (llvm::isa<clang::CStyleCastExpr>(cast) && cast->getType()->isPointerType() &&
        from.isConstQualified() && !to.isConstQualified())
      tell(kCast, cast, "this cast takes the constness away", "ask for what may be changed");
    return true;
  }

  bool VisitMemberExpr(clang::MemberExpr* member) {
    const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
    if (!field || !field->getParent()->isUnion() || field->isAnonymousStructOrUnion() ||
        written_.contains(member))
      return true;
    tell(kUnion, member,
         "`" + field->getName().str() + "` is read of a union, which does not know what it holds",
         "use a `std::variant`");
    return true;
  }

  bool VisitVarDecl(clang::VarDecl* variable) {
    if (!variable->isLocalVarDecl() || variable->isStaticLocal() || variable->isImplicit()) return true;
    const clang::Expr* init = variable->getInit();
    const auto* construct = llvm::dyn_cast_or_null<clang::CXXConstructExpr>(init);
    const bool nothing =
        !init ||
        (construct && !construct->requiresZeroInitialization() && construct->getConstructor()->isTrivial() &&
         construct->getConstructor()->isDefaultConstructor() && !construct->isListInitialization());
    if (!nothing || !leaves_unset(variable->getType())) return true;
    tell(kNoValue, variable->getLocation(), "`" + variable->getName().str() + "` is left without a value",
         "initialize it: `{}` makes it zero");
    return true;
  }

  bool VisitGCCAsmStmt(clang::GCCAsmStmt* statement) {
    tell(kNotFollowed, statement->getAsmLoc(), "assembly is not followed", "");
    return true;
  }
  bool VisitIndirectGotoStmt(clang::IndirectGotoStmt* statement) {
    tell(kNotFollowed, statement->getGotoLoc(), "this jump goes anywhere", "use a `switch`");
    return true;
  }
  bool VisitCoroutineBodyStmt(clang::CoroutineBodyStmt* statement) {
    tell(kNotFollowed, statement->getBeginLoc(), "coroutines are not followed", "");
    return true;
  }

  /// What a constructor leaves unset.
  void constructor(const clang::CXXConstructorDecl* constructor) {
    if (constructor->isDelegatingConstructor() || constructor->isDefaulted() ||
        constructor->getParent()->isUnion() || constructor->isCopyOrMoveConstructor()) {
      return;
    }
    std::set<const clang::FieldDecl*> set;
    for (const clang::CXXCtorInitializer* init : constructor->inits()) {
      const auto* construct = llvm::dyn_cast<clang::CXXConstructExpr>(init->getInit());
      const bool default_only = !init->isWritten() && construct && construct->getConstructor()->isTrivial();
      if (init->isAnyMemberInitializer() && !default_only) set.insert(init->getAnyMember());
    }
    for (const clang::FieldDecl* field : constructor->getParent()->fields()) {
      if (set.contains(field) || field->isUnnamedBitField() || field->isAnonymousStructOrUnion() ||
          field->hasInClassInitializer() || !leaves_unset(field->getType())) {
        continue;
      }
      tell(kNoValue, constructor->getLocation(),
           "`" + field->getName().str() + "` is left without a value by this constructor",
           "give the member an initializer");
    }
  }

 private:
  static bool is_pointer(const clang::Expr* expression) {
    const clang::QualType type = expression->getType();
    return type->isPointerType() || type->isArrayType();
  }
  static clang::QualType pointee(clang::QualType type) {
    if (type->isPointerType()) return type->getPointeeType();
    return type.getNonReferenceType();
  }
  bool leaves_unset(clang::QualType type) const {
    type = context_.getBaseElementType(type);
    if (type->isDependentType() || type->isReferenceType()) return false;
    if (type->isScalarType()) return true;
    const auto* record = type->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition()) return false;
    return !record->isEmpty() && record->hasTrivialDefaultConstructor() && !record->isLambda();
  }
  void arithmetic(clang::SourceLocation where) {
    tell(kArithmetic, where, "a pointer is computed, which nothing checks",
         "use iterators, an index or a `std::span`");
  }
  void tell_variadic(const clang::CallExpr* call, const clang::FunctionDecl* callee) {
    tell(kVariadic, call,
         "nothing checks what `" + callee->getName().str() + "` takes its variable arguments for",
         "use a parameter pack, or `std::format`");
  }
  void tell(const char* code, const clang::Expr* expression, std::string text, std::string help) {
    tell(code, expression->getExprLoc(), std::move(text), std::move(help));
  }
  void tell(const char* code, clang::SourceLocation where, std::string text, std::string help) {
    if (where.isValid()) tell_(wrong(code, where, std::move(text), std::move(help)));
  }

  clang::ASTContext& context_;
  const std::function<void(Message)>& tell_;
  std::set<const clang::Expr*> written_;  ///< Left of an assignment.
};

}  // namespace

bool is_safe(const clang::Decl* declaration) {
  for (; declaration;
       declaration = llvm::dyn_cast_or_null<clang::Decl>(declaration->getLexicalDeclContext())) {
    // A namespace is opened many times, each for itself.
    if (llvm::isa<clang::NamespaceDecl>(declaration)) {
      if (says_safe(declaration)) return true;
      continue;
    }
    for (const clang::Decl* one : as_written(declaration)->redecls()) {
      if (says_safe(one)) return true;
    }
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(declaration);
    if (method && method->getParent() != method->getLexicalDeclContext() && is_safe(method->getParent()))
      return true;
  }
  return false;
}

void check_strict(const clang::FunctionDecl* function, clang::ASTContext& context,
                  const std::function<void(Message)>& tell) {
  Body body(context, tell);
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(function)) {
    body.constructor(constructor);
    for (const clang::CXXCtorInitializer* init : constructor->inits()) {
      if (init->isWritten()) body.TraverseStmt(init->getInit());
    }
  }
  if (function->isVariadic())
    tell(wrong(kVariadic, function->getLocation(), "this function takes C's variable arguments",
               "take a parameter pack or a `std::span`"));
  body.TraverseStmt(function->getBody());
}

Message not_followed(const clang::FunctionDecl* function) {
  return wrong(kNotFollowed, function->getLocation(),
               "`" + function->getNameAsString() + "` has more paths than were followed", "split it");
}

}  // namespace hull::safety
