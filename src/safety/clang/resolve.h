// Findings get their files, lines and columns.
#pragma once

#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "safety/diagnostic.h"
#include "safety/report.h"

namespace hull::safety {

/// The token at `where`; what comes from a macro is where the macro is used. Line 0 for no place.
Span span_of(Where where, const clang::SourceManager& sources, const clang::LangOptions& language);

Diagnostic resolve(const Message& message, const clang::SourceManager& sources,
                   const clang::LangOptions& language);

}  // namespace hull::safety
