#include "safety/clang/resolve.h"

#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"
#include "safety/clang/analysis.h"

namespace hull::safety {

Span span_of(Where where, const clang::SourceManager& sources, const clang::LangOptions& language) {
  Span span;
  const clang::SourceLocation at = sources.getExpansionLoc(location_of(where));
  const clang::PresumedLoc presumed = sources.getPresumedLoc(at);
  if (presumed.isInvalid()) return span;
  span.file = llvm::sys::path::remove_leading_dotslash(presumed.getFilename()).str();
  span.line = presumed.getLine();
  span.column = presumed.getColumn();
  span.end_column = span.column + std::max(clang::Lexer::MeasureTokenLength(at, sources, language), 1u);
  const auto [file, offset] = sources.getDecomposedLoc(at);
  const llvm::StringRef text = sources.getBufferData(file);
  const std::size_t begin = text.substr(0, offset).rfind('\n') + 1;  // npos + 1 is 0.
  span.source = text.substr(begin, text.find_first_of("\r\n", offset) - begin).str();
  return span;
}

Diagnostic resolve(const Message& message, const clang::SourceManager& sources,
                   const clang::LangOptions& language) {
  const auto span = [&](Where where) { return span_of(where, sources, language); };
  Diagnostic diagnostic = diagnostic_of(message, span);
  if (message.edit && location_of(message.edit->where).isMacroID()) diagnostic.edit.reset();
  return diagnostic;
}

}  // namespace hull::safety
