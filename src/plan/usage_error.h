// Errors that point into a manifest.
#pragma once

#include <expected>
#include <string>

#include "base/result.h"

namespace hull::plan {

/// A usage error at `where` (when it has a source), with a line of help unless that is empty.
inline std::unexpected<Error> usage_error(std::string message, const Span& where, std::string help = {}) {
  Error error{
      .message = std::move(message), .kind = ErrorKind::Usage, .span = {}, .help = {}, .contexts = {}};
  if (where.source) error.span = where;
  if (!help.empty()) error.help.push_back(std::move(help));
  return std::unexpected(std::move(error));
}

}  // namespace hull::plan
