// What of a C-family text a compiler can tell apart.
//
// Two texts with one token digest give the same objects, debug information included: every token stands at
// the same line and column. Comments become blanks of the same width and blanks at the end of a line go,
// so a comment reworded in place moves nothing. The scan follows translation phases 2 and 3 of [lex.phases] as far
// as that takes: literals, raw strings, digit separators, header names.
//
// Its safe side is to keep too much: what it keeps wakes a compile for nothing, what it drops wrongly hides a change. Where
// a text would have to be seen through (a token spliced over lines, a trigraph backslash, a carriage return
// alone, #error with an open comment, which compilers read in one way when they obey it and in another when they skip it) its
// token digest is its content digest.
//
// Block comments over several lines keep a mark at each line end, because inside a directive they continue it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace hull::engine {

/// What a scan of one text found.
struct TextFacts {
  Digest tokens;
  bool embeds = false;  ///< Who reads it must look at contents: it has #embed, or turns warnings about comments on.
  /// Names that are looked up in ways a depfile does not tell, sorted, each once:
  ///   `"x.h`             #include "x.h": looked up beside the file first
  ///   `?"x.h`, `?<x.h`   __has_include and __has_embed, and names with "..": looked up everywhere
  ///   `*`                #include MACRO: one name, beside the file first
  ///   `!x.bin`           .incbin "x.bin", for the assembler
  std::vector<std::string> spellings;
};

/// Scans `text`; `content` is its content digest. Costs about a nanosecond per byte.
TextFacts scan_text(std::string_view text, const Digest& content);

/// The facts of a file by its name and text: `scan_text` for C-family text; the spellings alone for other text, whose tokens
/// are its content (it may be included all the same); nothing for what is no text.
TextFacts facts_of(std::string_view path, std::string_view text, const Digest& content);

/// False when `facts_of` finds nothing in a file that begins with `start` (512 bytes, or all of it): it is no text.
bool is_text(std::string_view path, std::string_view start);

/// True when `path` names C-family text by its extension; names without extension count (<vector>).
bool is_c_family(std::string_view path);

}  // namespace hull::engine
