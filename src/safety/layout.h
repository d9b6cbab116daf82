// The layouts of findings, one function each; `print` chooses. See diagnostic.h.
#pragma once

#include "safety/diagnostic.h"

namespace hull::safety {

/// "error" or "warning".
std::string_view level_name(const Diagnostic& diagnostic);

std::string rustc_layout(std::span<const Diagnostic> diagnostics, const Layout& layout);
std::string json_layout(std::span<const Diagnostic> diagnostics);
std::string sarif_layout(std::span<const Diagnostic> diagnostics, const Layout& layout);

}  // namespace hull::safety
