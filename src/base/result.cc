#include "base/result.h"

#include <cstring>

namespace hull {

Error os_error(std::string what, int code) {
  return {.message = std::move(what) + ": " + std::strerror(code),
          .kind = ErrorKind::Failure,
          .span = {},
          .help = {},
          .contexts = {}};
}

}  // namespace hull
