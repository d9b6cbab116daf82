// Paths as byte strings. POSIX allows any byte but '/' and NUL in a name, so nothing here assumes
// UTF-8, and nothing here touches the disk.
#pragma once

#include <string>
#include <string_view>

namespace hull::path {

/// `a` / `b`; `b` alone when it is absolute, `a` alone when `b` is empty.
std::string join(std::string_view a, std::string_view b);
/// Lexically normal: no ".", no "a/..", no "//", no trailing "/". "" becomes ".".
std::string normal(std::string_view path);
/// `path` as seen from directory `base`, both absolute and normal ("../x/y"); "." when equal.
std::string relative(std::string_view path, std::string_view base);
/// `path` relative to `base` when it lies inside it, else `path` unchanged. Both absolute, normal.
std::string inside_or_same(std::string_view path, std::string_view base);
/// True when `path` equals `directory` or lies below it (both normal).
bool is_within(std::string_view path, std::string_view directory);
/// "a/b/c.cc" -> "a/b"; "c.cc" -> ""; "/x" -> "/".
std::string_view directory(std::string_view path);
/// "a/b/c.cc" -> "c.cc".
std::string_view name(std::string_view path);
/// "c.tar.gz" -> "c.tar".
std::string_view stem(std::string_view path);
/// "a/c.tar.gz" -> ".gz"; "" when none; a leading dot of a name starts no extension.
std::string_view extension(std::string_view path);
bool is_absolute(std::string_view path);

}  // namespace hull::path
