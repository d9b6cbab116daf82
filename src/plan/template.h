// Filling in a configured header: CMake's and autoconf's templates, and none at all.
//
//   CMake     @X@  ${X}  #cmakedefine X ...  #cmakedefine01 X      (cmake-commands(7), configure_file)
//   autoconf  #undef X                                             (autoconf manual, Configuration Headers)
//
// A template that uses anything of CMake's is CMake's: there `#undef X` is a question only when X has a value
// that nothing of CMake's in the template asks for, and else it is C. Without anything of CMake's every
// `#undef` is a question. Lines keep their indentation, after the `#` too, and their line ends.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hull::plan {

/// What a name stands for.
struct ConfigValue {
  std::string text;
  bool defined = true;  ///< false: `#undef`; `text` is still what @X@ becomes.

  /// A value of the manifest: "" is false.
  static ConfigValue written(std::string text) { return {.text = text, .defined = !text.empty()}; }
  /// The answer of a probe: "0" is no. It stays "0" for @X@, so that `#if @X@` is an expression.
  static ConfigValue answered(std::string text) { return {.text = text, .defined = text != "0"}; }
};
using ConfigValues = std::map<std::string, ConfigValue, std::less<>>;

/// `text` with all questions answered. What nobody defines is empty (@X@) or undefined.
std::string fill_template(std::string_view text, const ConfigValues& values);

/// A header that defines every value, in the order of names, for `path` (whose last two components name the
/// include guard).
std::string header_of_values(std::string_view path, const ConfigValues& values);

}  // namespace hull::plan
