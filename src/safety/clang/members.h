// What the functions of a class do to its members, seen together.
//
// No single function is wrong: one allocates with `new[]`, another frees with `delete`; a constructor leaves
// a member without a value, and the destructor reads it. Which path leads from one to the other does not
// matter, for every object of the class takes it.
#pragma once

#include <functional>
#include <span>

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "safety/clang/lower.h"
#include "safety/report.h"

namespace hull::safety {

/// Tells what is wrong with members of the classes whose `functions` are defined here. Places may come more
/// than once.
void check_members(std::span<const clang::FunctionDecl* const> functions, SummarySource& summaries,
                   const std::function<void(Message)>& tell);

}  // namespace hull::safety
