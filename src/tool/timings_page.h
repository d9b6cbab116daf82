// The page that `hull build --timings` fills in: markup, style and script in one text, nothing fetched.
#pragma once

#include <string_view>

namespace hull::tool {

/// With @TITLE@, @PROFILE@, @COMMAND@, @DATE@ (HTML text) and @DATA@ (JSON) to be replaced.
extern const std::string_view kTimingsPage;

}  // namespace hull::tool
