#include "resolve/standard.h"

#include <fmt/format.h>

#include "base/text.h"

namespace hull::resolve {
namespace {

// https://en.cppreference.com/w/cpp/language/history
constexpr std::uint16_t kYears[] = {1998, 2003, 2011, 2014, 2017, 2020, 2023, 2026};

}  // namespace

std::string Standard::text() const { return fmt::format("C++{:02}", year % 100); }

Result<Standard> parse_standard(std::string_view text) {
  for (const std::uint16_t year : kYears) {
    const std::string name = fmt::format("++{:02}", year % 100);
    if (text == "c" + name || text == "gnu" + name) return Standard{year};
  }
  return fail({.message = fmt::format("`{}` is no standard of C++", printable(text)),
               .kind = ErrorKind::Usage,
               .span = {},
               .help = {"write \"c++17\", \"c++20\" or \"c++23\""},
               .contexts = {}});
}

}  // namespace hull::resolve
