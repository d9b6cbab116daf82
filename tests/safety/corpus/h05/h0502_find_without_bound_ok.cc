// The loop stops where the text does.
// oracle: clean

#include <iostream>
#include <string_view>

struct Link {
  std::string_view text;
  std::string_view target;
};

std::size_t find_close(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == open) ++depth;
    if (c == close && --depth == 0) return at;
  }
  return std::string_view::npos;
}

int count_links(std::string_view text) {
  int links = 0;
  std::size_t at = 0;
  while ((at = text.find('[', at)) != std::string_view::npos) {
    const std::size_t end = find_close(text, at, '[', ']');
    if (end == std::string_view::npos) break;
    const Link link{text.substr(at + 1, end - at - 1), {}};
    if (!link.text.empty()) ++links;
    at = end + 1;
  }
  return links;
}

int main() {
  std::cout << count_links("see [here] and [there [or not]]") << '\n';
  std::cout << count_links("an [open end") << '\n';
}
