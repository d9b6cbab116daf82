// Errors of manifests.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"

namespace hull::manifest {

/// An error that the author of a manifest can repair, with nothing to point at.
inline Error usage_error(std::string message) {
  return {.message = std::move(message), .kind = ErrorKind::Usage, .span = {}, .help = {}, .contexts = {}};
}

/// The same at `span`.
inline Error usage_error(const Span& span, std::string message) {
  return usage_error(std::move(message)).at(span);
}

}  // namespace hull::manifest
