// The strict profile: what the checker cannot answer for is not written at all, or is opted out of by name.
//
// It holds in functions, classes and namespaces that are [[hull::safe]], and in whole packages whose manifest
// says `profile = "strict"`. What breaks it is seen in the syntax of a body: memory managed by hand, pointer
// arithmetic, unchecked casts, reads of unions, C's variable arguments, things without a value, and what no
// path can be followed through. Codes H0902 to H0908.
#pragma once

#include <functional>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "safety/report.h"

namespace hull::safety {

/// Whether `declaration` or something around it is [[hull::safe]].
bool is_safe(const clang::Decl* declaration);

/// Tells what in the body of `function`, an instance if it is a template's, the strict profile does not
/// allow. Places may come more than once.
void check_strict(const clang::FunctionDecl* function, clang::ASTContext& context,
                  const std::function<void(Message)>& tell);

/// A function that the analysis has not followed to every end.
Message not_followed(const clang::FunctionDecl* function);

}  // namespace hull::safety
