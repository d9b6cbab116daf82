#include "safety/clang/resolve.h"

#include "clang/Lex/Lexer.h"
#include "safety/clang/analysis.h"

namespace hull::safety {

Span span_of(Where where, const clang::SourceManager& sources, const clang::LangOptions& language) {
  Span span;
  const clang::SourceLocation at = sources.getExpansionLoc(location_of(where));
  const clang::PresumedLoc presumed = sources.getPresumedLoc(at);
  if (presumed.isInvalid()) return span;
  span.file = presumed.getFilename();
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
  Diagnostic diagnostic;
  diagnostic.span = span_of(message.where, sources, language);
  diagnostic.code = message.code;
  diagnostic.text = message.text;
  diagnostic.label = message.label;
  diagnostic.help = message.help;
  for (std::size_t i = 0; i < message.notes.size(); ++i) {
    Span span = span_of(message.notes[i].where, sources, language);
    if (span.line == 0) continue;
    diagnostic.notes.push_back({std::move(span), message.notes[i].text});
    if (i < message.before) ++diagnostic.before;
  }
  if (message.edit && !location_of(message.edit->where).isMacroID()) {
    Span span = span_of(message.edit->where, sources, language);
    const std::string& old = message.edit->old;
    if (span.line != 0 && std::string_view(span.source).substr(span.column - 1).starts_with(old)) {
      span.end_column = span.column + static_cast<unsigned>(old.size());
      diagnostic.edit = {std::move(span), message.edit->now};
    }
  }
  return diagnostic;
}

}  // namespace hull::safety
