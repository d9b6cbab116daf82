// What kind of thing a C++ type is.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "safety/fact.h"
#include "safety/models.h"

namespace hull::safety {

/// "std::vector": qualified, without inline namespaces and template arguments.
std::string qualified_name(const clang::NamedDecl* declaration);

/// The number, when it fits.
inline std::optional<std::int64_t> number_of(const llvm::APSInt& value) {
  if (!value.isRepresentableByInt64()) return std::nullopt;
  return value.getExtValue();
}

/// The declaration that stands for a field: the members of all pairs are the same two, so that a pair that is
/// made of another kind of pair holds what that one held.
const clang::FieldDecl* field_of(const clang::FieldDecl* field);

/// Whether the record is std::pair.
bool is_pair(const clang::CXXRecordDecl* record);

class Types {
 public:
  Types(clang::ASTContext& context, const Models& models) : context_(context), models_(models) {}

  TypeKind kind(clang::QualType type);
  /// The model of a class, or of a base that has one; nullptr for others.
  const TypeModel* model(const clang::CXXRecordDecl* record);
  /// The model of a function, or of an object that is called like one; nullptr for others.
  const FunctionModel* function(const clang::NamedDecl* declaration);
  /// Whether a `type` that is made of or set to a `given` holds no value then: an optional of std::nullopt.
  bool empty_of(clang::QualType type, clang::QualType given);
  /// What is held in a place of this type in one piece: pointers, views, iterators, smart pointers, numbers.
  bool handle(TypeKind kind) const;
  bool handle(clang::QualType type) { return handle(kind(type)); }
  Shape shape(clang::QualType type);
  /// The type of an element, or of what is pointed to; null when there is none.
  clang::QualType element(clang::QualType type);
  /// How many elements a std::array has, by its type; nothing for others.
  std::optional<std::int64_t> extent(clang::QualType type);
  /// Whether the end of an object of this type does something that we follow.
  bool ends(clang::QualType type, unsigned depth = 0);
  /// Whether a move takes something away from an object of this type.
  bool moves(clang::QualType type);
  /// Whether a value of this type can refer to other memory.
  bool borrows(clang::QualType type, unsigned depth = 0);
  /// Whether a value of this type, or what it is made of, refers to what it does not own: pointers, views,
  /// positions, function objects, rows of them. What classes hold is asked of their members.
  bool refers(clang::QualType type, unsigned depth = 0);
  /// Whether a value of this type can refer to what another owns; as `borrows`, but owners as what they own.
  bool lends(clang::QualType type, unsigned depth = 0);
  /// Whether an object of type `holder` has a pointer or reference to `target` among its parts.
  bool points_to(clang::QualType holder, clang::QualType target, unsigned depth = 0);
  /// Whether what `reference` (a reference, pointer or view) refers to can be a part of an object of type
  /// `owner`, so that it dies with it.
  bool lends(clang::QualType owner, clang::QualType reference);
  /// Whether there is room for it in an object of type `owner`, of whose parts nothing is known.
  bool may_hide(clang::QualType owner, clang::QualType reference);
  /// Whether an object of this type is a closure or function object, or holds nothing else.
  bool callable(clang::QualType type, unsigned depth = 0);
  /// Methods that override another, by what they override: as many as the translation unit has bodies of.
  std::unordered_map<const clang::CXXMethodDecl*, std::vector<const clang::CXXMethodDecl*>>& overriders() {
    return overriders_;
  }
  /// The declarations of such, as far as they have come up.
  const std::shared_ptr<std::unordered_set<const void*>>& callables() { return callables_; }
  /// Whether a view is among the template arguments of `holder`, a tuple or variant, or the members of
  /// another bag, that a container of type `owner` becomes when it is put there. One that has room for a
  /// `temporary` keeps that.
  bool views(clang::QualType holder, clang::QualType owner, bool temporary);
  /// Whether a constructor of the member's class makes room in it, with `reserve`.
  bool reserved(const clang::FieldDecl* member);

  /// Whether what stands there is the host's: the standard library's, the C library's, another package of the
  /// system's. Headers of packages that are built here count as system headers too, where others include
  /// them, but not as these.
  bool library(clang::SourceLocation where);

  /// The declaration behind what facts call `what`, for those that other units may name: fields, functions
  /// and variables with static storage.
  const clang::NamedDecl* declaration(const void* what) const {
    const auto found = declarations_.find(what);
    return found == declarations_.end() ? nullptr : found->second;
  }
  /// `declaration`, as facts name it.
  const void* named(const clang::NamedDecl* declaration) {
    return declarations_.emplace(declaration, declaration).first->first;
  }

  clang::ASTContext& context() { return context_; }
  const Models& models() { return models_; }

 private:
  bool holds_pointers(const clang::CXXRecordDecl* record, unsigned depth);
  bool contains(clang::QualType owner, clang::QualType part, unsigned depth);

  clang::ASTContext& context_;
  const Models& models_;
  std::unordered_map<const clang::CXXRecordDecl*, const TypeModel*> known_;
  std::shared_ptr<std::unordered_set<const void*>> callables_ =
      std::make_shared<std::unordered_set<const void*>>();
  std::unordered_map<const clang::CXXMethodDecl*, std::vector<const clang::CXXMethodDecl*>> overriders_;
  std::unordered_map<unsigned, bool> library_;  ///< By hash of the file's number.
  std::unordered_map<const void*, bool> ends_, borrows_, reserved_;
  std::unordered_map<const void*, const clang::NamedDecl*> declarations_;
};

}  // namespace hull::safety
