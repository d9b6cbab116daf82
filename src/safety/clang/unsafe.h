// [[hull::unsafe("why")]] turns checking off where it stands; [[hull::safe]] asks for the strict profile.
//
// Both are attributes that Clang is told of when this library is loaded, by hull-check and by the plugin
// alike. A use of `unsafe` becomes a SuppressAttr, which no code is generated for and which a precompiled
// header keeps: on the declaration that carries it, or, of a statement, on the function around it.
#pragma once

#include <string>
#include <vector>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"

namespace hull::safety {

/// What [[hull::safe]] leaves on a declaration: an AnnotateAttr with this text.
inline constexpr llvm::StringLiteral kSafeAttribute = "hull::safe";

/// One place where checking was turned off.
struct UnsafeUse {
  clang::SourceLocation where;  ///< Of the attribute.
  std::string reason;           ///< Empty when none was given, which is a finding.
};

/// The uses of `unsafe` in one translation unit, and what they cover.
class UnsafeUses {
 public:
  explicit UnsafeUses(const clang::SourceManager& sources) : sources_(sources) {}

  /// Takes what `declaration` says. To be called for every declaration of the files that are checked.
  void add(const clang::Decl* declaration);
  /// Whether `where` lies in something that is unsafe. What a macro expands to lies where it is expanded.
  bool covers(clang::SourceLocation where) const;
  /// Each once, in the order of the source.
  std::vector<UnsafeUse> all() const;

 private:
  struct Region {
    clang::FileID file;
    unsigned begin, end;  ///< Offsets of the first and the last token.
  };
  void cover(clang::SourceRange range);

  const clang::SourceManager& sources_;
  std::vector<Region> regions_;
  std::vector<UnsafeUse> uses_;
};

}  // namespace hull::safety
