// The module directives of a source: `module`, `import` and `export` where a line may begin with them.
//
// P1689 does not tell an implementation unit (`module core;`) from an importer, nor a re-export
// (`export import x;`) from an import. The standard makes it easy to see: since P1857R3 such a directive must
// begin a line and its words cannot come from macros, so no preprocessor is needed. What an #if
// leaves out is seen here all the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hull::plan {

struct ModuleDirective {
  enum class Kind { Module, Import };
  Kind kind = Kind::Module;
  bool exported = false;
  std::string name;   ///< "core", "core:part", ":part", "<vector>"; "" for `module;`.
  unsigned line = 0;  ///< From 1.

  /// `module core;`: the unit defines what an interface elsewhere declares.
  bool is_implementation() const {
    return kind == Kind::Module && !exported && !name.empty() && !name.starts_with(':') &&
           !name.contains(':');
  }
  /// `export import x;`
  bool is_reexport() const { return kind == Kind::Import && exported; }
};

/// The directives of `text`, in order. Comments, string and character literals (raw ones too) and
/// continued lines are understood; nothing in them is taken for a directive.
std::vector<ModuleDirective> module_directives(std::string_view text);

}  // namespace hull::plan
