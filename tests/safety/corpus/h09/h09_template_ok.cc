// Text is found by position, and copied.
// oracle: clean
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace [[hull::safe]] app {
class Template {
 public:
  explicit Template(std::string text) : text_(std::move(text)) {}
  std::string render(const std::map<std::string, std::string>& values) const {
    std::ostringstream out;
    std::size_t at = 0;
    while (at < text_.size()) {
      const auto open = text_.find("{{", at);
      if (open == std::string::npos) break;
      const auto close = text_.find("}}", open);
      if (close == std::string::npos) break;
      out << text_.substr(at, open - at);
      const auto found = values.find(text_.substr(open + 2, close - open - 2));
      if (found != values.end()) out << found->second;
      at = close + 2;
    }
    out << text_.substr(at);
    return out.str();
  }

 private:
  std::string text_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  const Template page("hello {{name}}, {{greeting}}!");
  std::cout << page.render({{"name", "ann"}, {"greeting", "good day"}}) << '\n';
  return 0;
}
