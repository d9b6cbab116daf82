#include "safety/clang/unsafe.h"

#include <algorithm>

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/ParsedAttrInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

namespace hull::safety {

namespace {

constexpr llvm::StringLiteral kUnsafe = "hull::unsafe";
// A statement's attribute stands on the function, so that it must say that it means a statement.
constexpr llvm::StringLiteral kStatement = "statement";

/// Whether it was written [[hull::...]]. When arguments are parsed Clang asks a plugin for the bare name.
bool ours(clang::Sema& sema, const clang::ParsedAttr& attribute) {
  if (attribute.hasScope() && attribute.getScopeName()->getName() == "hull") return true;
  sema.Diag(attribute.getLoc(), clang::diag::warn_unknown_attribute_ignored)
      << attribute.getAttrName() << attribute.getRange();
  return false;
}

void wrong_place(clang::Sema& sema, const clang::ParsedAttr& attribute, const char* right) {
  sema.Diag(attribute.getLoc(), clang::diag::err_attribute_wrong_decl_type_str)
      << attribute << attribute.isRegularKeywordAttribute() << right;
}

// What was said, as the strings of a SuppressAttr. An empty reason is told later, as a finding.
clang::SuppressAttr* suppression(clang::Sema& sema, const clang::ParsedAttr& attribute,
                                 clang::SourceRange range, llvm::StringRef kind) {
  llvm::StringRef reason;
  if (attribute.getNumArgs() > 1) {
    sema.Diag(attribute.getLoc(), clang::diag::err_attribute_too_many_arguments) << attribute << 1;
    return nullptr;
  }
  if (attribute.getNumArgs() == 1 && !sema.checkStringLiteralArgumentAttr(attribute, 0, reason))
    return nullptr;
  llvm::StringRef words[] = {kUnsafe, reason, kind};
  return clang::SuppressAttr::CreateImplicit(sema.Context, words, std::size(words), range);
}

struct UnsafeAttribute : clang::ParsedAttrInfo {
  UnsafeAttribute() {
    static constexpr Spelling kSpellings[] = {{clang::ParsedAttr::AS_CXX11, "hull::unsafe"},
                                              {clang::ParsedAttr::AS_CXX11, "unsafe"},
                                              {clang::ParsedAttr::AS_C23, "hull::unsafe"},
                                              {clang::ParsedAttr::AS_C23, "unsafe"}};
    Spellings = kSpellings;
    OptArgs = 15;
  }

  // Clang 19 has no hook that makes an attribute of a statement: this one is asked when the statement is
  // whole, and with "no" Clang drops the attribute without a word.
  bool diagAppertainsToStmt(clang::Sema& sema, const clang::ParsedAttr& attribute,
                            const clang::Stmt* statement) const override {
    if (!ours(sema, attribute)) return false;
    const clang::SourceRange range(attribute.getRange().getBegin(), statement->getEndLoc());
    clang::Decl* holder = sema.getCurFunctionDecl(/*AllowLambda=*/true);
    if (!holder) holder = sema.Context.getTranslationUnitDecl();
    if (clang::SuppressAttr* made = suppression(sema, attribute, range, kStatement)) holder->addAttr(made);
    return false;
  }

  AttrHandling handleDeclAttribute(clang::Sema& sema, clang::Decl* declaration,
                                   const clang::ParsedAttr& attribute) const override {
    if (!ours(sema, attribute)) return AttributeNotApplied;
    if (!llvm::isa<clang::FunctionDecl, clang::RecordDecl, clang::VarDecl, clang::NamespaceDecl>(
            declaration) ||
        llvm::isa<clang::ParmVarDecl>(declaration)) {
      wrong_place(sema, attribute, "statements, functions, classes, variables and namespaces");
      return AttributeNotApplied;
    }
    clang::SuppressAttr* made = suppression(sema, attribute, attribute.getRange(), "");
    if (!made) return AttributeNotApplied;
    declaration->addAttr(made);
    return AttributeApplied;
  }
};

struct SafeAttribute : clang::ParsedAttrInfo {
  SafeAttribute() {
    static constexpr Spelling kSpellings[] = {{clang::ParsedAttr::AS_CXX11, "hull::safe"},
                                              {clang::ParsedAttr::AS_C23, "hull::safe"}};
    Spellings = kSpellings;
  }

  bool diagAppertainsToStmt(clang::Sema& sema, const clang::ParsedAttr& attribute,
                            const clang::Stmt*) const override {
    wrong_place(sema, attribute, "functions, classes and namespaces");
    return false;
  }

  AttrHandling handleDeclAttribute(clang::Sema& sema, clang::Decl* declaration,
                                   const clang::ParsedAttr& attribute) const override {
    if (!llvm::isa<clang::FunctionDecl, clang::RecordDecl, clang::NamespaceDecl>(declaration)) {
      wrong_place(sema, attribute, "functions, classes and namespaces");
      return AttributeNotApplied;
    }
    declaration->addAttr(
        clang::AnnotateAttr::CreateImplicit(sema.Context, kSafeAttribute, nullptr, 0, attribute.getRange()));
    return AttributeApplied;
  }
};

const clang::ParsedAttrInfoRegistry::Add<UnsafeAttribute> kUnsafeRegistered("hull-unsafe",
                                                                            "not checked, and why");
const clang::ParsedAttrInfoRegistry::Add<SafeAttribute> kSafeRegistered("hull-safe", "the strict profile");

// The words of an attribute that we made.
llvm::ArrayRef<llvm::StringRef> words_of(const clang::SuppressAttr* attribute) {
  const llvm::ArrayRef<llvm::StringRef> words(attribute->diagnosticIdentifiers_begin(),
                                              attribute->diagnosticIdentifiers_size());
  return words.size() == 3 && words.front() == kUnsafe ? words : llvm::ArrayRef<llvm::StringRef>();
}

// Whether a class around `declaration` is unsafe: its members are, also those defined outside of it.
bool in_unsafe_class(const clang::Decl* declaration) {
  for (const clang::DeclContext* context = declaration->getDeclContext(); context;
       context = context->getParent()) {
    const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(context);
    if (!record) continue;
    if (const clang::CXXRecordDecl* pattern = record->getTemplateInstantiationPattern()) record = pattern;
    for (const clang::TagDecl* one : record->redecls()) {
      for (const auto* attribute : one->specific_attrs<clang::SuppressAttr>()) {
        if (!words_of(attribute).empty()) return true;
      }
    }
  }
  return false;
}

}  // namespace

void UnsafeUses::cover(clang::SourceRange range) {
  if (range.isInvalid()) return;
  const auto [file, begin] = sources_.getDecomposedExpansionLoc(range.getBegin());
  const auto [last, end] = sources_.getDecomposedLoc(sources_.getExpansionRange(range.getEnd()).getEnd());
  if (file == last) regions_.push_back({file, begin, end});
}

void UnsafeUses::add(const clang::Decl* declaration) {
  if (declaration->hasAttrs()) {
    for (const auto* attribute : declaration->specific_attrs<clang::SuppressAttr>()) {
      const llvm::ArrayRef<llvm::StringRef> words = words_of(attribute);
      if (words.empty()) continue;
      const clang::SourceRange written = attribute->getRange();
      cover(words[2] == kStatement ? written : declaration->getSourceRange());
      uses_.push_back({sources_.getExpansionLoc(written.getBegin()), words[1].trim().str()});
    }
  }
  if (llvm::isa<clang::FunctionDecl>(declaration) && in_unsafe_class(declaration))
    cover(declaration->getSourceRange());
}

bool UnsafeUses::covers(clang::SourceLocation where) const {
  if (regions_.empty() || where.isInvalid()) return false;
  const auto [file, offset] = sources_.getDecomposedExpansionLoc(where);
  return std::any_of(regions_.begin(), regions_.end(), [&](const Region& region) {
    return region.file == file && region.begin <= offset && offset <= region.end;
  });
}

std::vector<UnsafeUse> UnsafeUses::all() const {
  std::vector<UnsafeUse> all = uses_;
  std::sort(all.begin(), all.end(), [&](const UnsafeUse& a, const UnsafeUse& b) {
    return a.where != b.where && sources_.isBeforeInTranslationUnit(a.where, b.where);
  });
  // Redeclarations and instantiations carry what their pattern says.
  all.erase(std::unique(all.begin(), all.end(),
                        [](const UnsafeUse& a, const UnsafeUse& b) { return a.where == b.where; }),
            all.end());
  return all;
}

}  // namespace hull::safety
