// The line is moved into the page and its length is then read for the widest line.
// oracle: assert

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct Page {
  std::vector<std::string> lines;
  std::size_t widest = 0;
};

class Paginator {
 public:
  explicit Paginator(std::size_t height) : height_(height) {}

  std::vector<Page> layout(std::string_view text) {
    std::vector<Page> pages(1);
    std::string line;
    for (char c : text) {
      if (c == '\t') line.append(4 - line.size() % 4, ' ');
      if (c != '\t' && c != '\n') line += c;
      if (c != '\n') continue;
      Page& page = pages.back();
      page.lines.push_back(std::move(line));
      page.widest = std::max(page.widest, line.size());  // expect: H0101
      line.clear();
      if (page.lines.size() == height_) pages.emplace_back();
    }
    if (pages.back().lines.empty()) pages.pop_back();
    return pages;
  }

 private:
  std::size_t height_;
};

int main() {
  Paginator paginator(2);
  auto pages = paginator.layout("one\ntwenty\n\tx\n");
  assert(pages.size() == 2);
  assert(pages[0].widest == 6);
  assert(pages[1].lines[0] == "    x");
}
