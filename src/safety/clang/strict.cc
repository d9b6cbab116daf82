#include "safety/clang/strict.h"

#include <set>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringMap.h"
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
constexpr const char* kUnchecked = "H0909";

Message wrong(const char* code, clang::SourceLocation where, std::string text, std::string help) {
  Message message{.code = code, .where = where.getRawEncoding(), .text = std::move(text), .notes = {}};
  message.help = std::move(help);
  return message;
}

bool says_safe(const clang::Decl* declaration) {
  return llvm::any_of(declaration->specific_attrs<clang::AnnotateAttr>(),
                      [](const auto* attribute) { return attribute->getAnnotation() == kSafeAttribute; });
}

/// Which argument of an algorithm is the beginning of a range that nobody gives the end of; -1 for none.
int unbounded_argument(const clang::FunctionDecl* function) {
  if (!function->isInStdNamespace() || !function->getIdentifier()) return -1;
  const bool ranges = llvm::isa<clang::CXXMethodDecl>(function);
  if (ranges) return -1;
  static const llvm::StringMap<int> kPositions = {{"copy", 2},
                                                  {"copy_if", 2},
                                                  {"copy_n", 2},
                                                  {"copy_backward", 2},
                                                  {"move", 2},
                                                  {"move_backward", 2},
                                                  {"transform", -2},
                                                  {"fill_n", 0},
                                                  {"generate_n", 0},
                                                  {"replace_copy", 2},
                                                  {"replace_copy_if", 2},
                                                  {"remove_copy", 2},
                                                  {"swap_ranges", 2},
                                                  {"unique_copy", 2},
                                                  {"reverse_copy", 2},
                                                  {"rotate_copy", 3},
                                                  {"partial_sum", 2},
                                                  {"merge", 4},
                                                  {"set_union", 4},
                                                  {"set_intersection", 4},
                                                  {"set_difference", 4},
                                                  {"set_symmetric_difference", 4},
                                                  {"adjacent_difference", 2},
                                                  {"remove_copy_if", 2},
                                                  {"inner_product", 2},
                                                  {"transform_reduce", 2},
                                                  {"uninitialized_copy", 2}};
  const auto found = kPositions.find(function->getName());
  if (found == kPositions.end()) return -1;
  const int count = static_cast<int>(function->getNumParams());
  if (found->second >= 0) return found->second < count && count > 1 ? found->second : -1;
  return count - 2;  // Before the operation.
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
    if (const int at = unbounded_argument(callee); at >= 0 && at < static_cast<int>(call->getNumArgs()))
      unbounded(call, callee, call->getArg(static_cast<unsigned>(at)));
    if (of_c && kAllocators.contains(name->getName())) {
      tell(kByHand, call, "memory is managed by hand, with `" + name->getName().str() + "`",
           "let a container or a `std::unique_ptr` own it");
    } else if (of_c && kJumps.contains(name->getName())) {
      tell(kNotFollowed, call,
           "`" + name->getName().str() + "` leaves functions without ending what is in them",
           "return a `std::expected`, or throw");
    } else if (of_c && by_bytes(callee)) {
      tell(kUnchecked, call, "`" + name->getName().str() + "` goes by pointers and sizes that nothing checks",
           "use containers, `std::copy_n` into a `std::back_inserter`, or assignment");
    } else if (callee->isVariadic() && callee->getBuiltinID() == 0) {
      tell_variadic(call, callee);
    } else if (callee->isVariadic() && of_c) {
      tell_variadic(call, callee);  // printf and its kind are builtins.
    }
    return true;
  }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr* construct) {
    const clang::CXXRecordDecl* made = construct->getConstructor()->getParent();
    if (!made->isInStdNamespace() || !made->getIdentifier() || construct->getNumArgs() == 0) return true;
    const clang::Expr* first = construct->getArg(0)->IgnoreImplicit();
    if (!first->getType()->isPointerType() || first->isTypeDependent()) return true;
    const llvm::StringRef name = made->getName();
    const bool owner = name == "unique_ptr" || name == "shared_ptr";
    const bool sized = construct->getNumArgs() > 1 && construct->getArg(1)->getType()->isIntegerType() &&
                       !llvm::isa<clang::CXXDefaultArgExpr>(construct->getArg(1));
    if (owner) {
      tell(kByHand, construct, "an owner is made of a pointer, which may have one",
           "make it with `std::make_unique` or `std::make_shared`");
    } else if (sized && (name == "basic_string_view" || name == "basic_string" || name == "span")) {
      tell(kArithmetic, construct, "a pointer and a size are taken together, which nothing checks",
           "make it of a container, or of another view");
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
  // Whether a function of C's reads or writes as many bytes as it is told, or as it finds.
  static bool by_bytes(const clang::FunctionDecl* function) {
    if (function->isVariadic()) return false;
    return llvm::any_of(function->parameters(), [](const clang::ParmVarDecl* parameter) {
      const clang::QualType type = parameter->getType();
      if (!type->isPointerType()) return false;
      const clang::QualType bytes = type->getPointeeType();
      return bytes->isVoidType() || (bytes->isAnyCharacterType() && !bytes.isConstQualified());
    });
  }
  void unbounded(const clang::CallExpr* call, const clang::FunctionDecl* callee, const clang::Expr* where) {
    const auto* record = where->getType().getNonReferenceType()->getAsCXXRecordDecl();
    static const llvm::StringSet<> kInserters = {"back_insert_iterator", "front_insert_iterator",
                                                 "insert_iterator", "ostream_iterator",
                                                 "ostreambuf_iterator"};
    if (where->isTypeDependent() || where->getType()->isIntegerType()) return;
    if (record &&
        (!record->isInStdNamespace() ? !record->getIdentifier() || record->getName() != "__normal_iterator"
                                     : record->getIdentifier() && kInserters.contains(record->getName())))
      return;
    tell(kUnchecked, call,
         "`" + callee->getName().str() +
             "` goes on in one range for as long as another is, which nothing checks",
         "use a `std::back_inserter`, or give the ends of both");
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
