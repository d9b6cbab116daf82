// The view is made when it is asked for.
// oracle: clean
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace [[hull::safe]] app {
class Document {
 public:
  explicit Document(std::string text) : text_(std::move(text)) {}
  std::string_view title() const { return std::string_view(text_).substr(0, text_.find('\n')); }
 private:
  std::string text_;
};
Document make() {
  Document document("short\nbody");
  std::vector<Document> all;
  all.push_back(std::move(document));
  all.emplace_back("x\ny");
  return std::move(all.front());
}
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  const Document document = make();
  std::cout << document.title() << '\n';
}
