#include "safety/codes.h"

#include <algorithm>
#include <vector>

namespace hull::safety {

namespace {

// A page begins with "# H0101: title". A new code is a new line here.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr char kPages[] = {
#embed "../../docs/safety/codes/H0101.md" suffix(, )
#embed "../../docs/safety/codes/H0102.md" suffix(, )
#embed "../../docs/safety/codes/H0103.md" suffix(, )
#embed "../../docs/safety/codes/H0104.md" suffix(, )
#embed "../../docs/safety/codes/H0105.md" suffix(, )
#embed "../../docs/safety/codes/H0106.md" suffix(, )
#embed "../../docs/safety/codes/H0107.md" suffix(, )
#embed "../../docs/safety/codes/H0201.md" suffix(, )
#embed "../../docs/safety/codes/H0202.md" suffix(, )
#embed "../../docs/safety/codes/H0203.md" suffix(, )
#embed "../../docs/safety/codes/H0204.md" suffix(, )
#embed "../../docs/safety/codes/H0205.md" suffix(, )
#embed "../../docs/safety/codes/H0301.md" suffix(, )
#embed "../../docs/safety/codes/H0302.md" suffix(, )
#embed "../../docs/safety/codes/H0303.md" suffix(, )
#embed "../../docs/safety/codes/H0401.md" suffix(, )
#embed "../../docs/safety/codes/H0402.md" suffix(, )
#embed "../../docs/safety/codes/H0403.md" suffix(, )
#embed "../../docs/safety/codes/H0404.md" suffix(, )
#embed "../../docs/safety/codes/H0405.md" suffix(, )
#embed "../../docs/safety/codes/H0406.md" suffix(, )
#embed "../../docs/safety/codes/H0501.md" suffix(, )
#embed "../../docs/safety/codes/H0502.md" suffix(, )
#embed "../../docs/safety/codes/H0503.md" suffix(, )
#embed "../../docs/safety/codes/H0504.md" suffix(, )
#embed "../../docs/safety/codes/H0901.md" suffix(, )
#embed "../../docs/safety/codes/H0902.md" suffix(, )
#embed "../../docs/safety/codes/H0903.md" suffix(, )
#embed "../../docs/safety/codes/H0904.md" suffix(, )
#embed "../../docs/safety/codes/H0905.md" suffix(, )
#embed "../../docs/safety/codes/H0906.md" suffix(, )
#embed "../../docs/safety/codes/H0907.md" suffix(, )
#embed "../../docs/safety/codes/H0908.md" suffix(, )
#embed "../../docs/safety/codes/H0909.md" suffix(, )
#embed "../../docs/safety/codes/H0910.md" suffix(, )
#embed "../../docs/safety/codes/H0911.md" suffix(, )
};
#pragma clang diagnostic pop

std::vector<CodePage> split(std::string_view all) {
  std::vector<CodePage> pages;
  while (!all.empty()) {
    const std::size_t next = all.find("\n# H");
    const std::string_view text = all.substr(0, next == all.npos ? next : next + 1);
    all.remove_prefix(text.size());
    const std::size_t colon = text.find(": "), line = text.find('\n');
    std::string_view rule = text.substr(line + 2);
    rule = rule.substr(0, rule.find("\n\n"));
    pages.push_back({text.substr(2, colon - 2), text.substr(colon + 2, line - colon - 2), rule, text});
  }
  return pages;
}

}  // namespace

std::span<const CodePage> code_pages() {
  static const std::vector<CodePage> kAll = split({kPages, sizeof kPages});
  return kAll;
}

const CodePage* code_page(std::string_view code) {
  const auto found = std::ranges::find(code_pages(), code, &CodePage::code);
  return found == code_pages().end() ? nullptr : &*found;
}

}  // namespace hull::safety
