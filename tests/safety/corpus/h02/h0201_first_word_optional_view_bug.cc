// The optional holds a view of the string that str() gave to this function only.
// oracle: asan

#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

class Request {
 public:
  Request(std::string verb, int id) { text_ << verb << " resource " << id << " with all of its attachments"; }

  std::optional<std::string_view> verb() const {
    const std::string text = text_.str();
    if (text.empty()) return std::nullopt;
    const auto space = text.find(' ');
    if (space == std::string::npos) return text;  // expect?: H0201
    const std::string_view whole = text;
    return whole.substr(0, space);  // expect?: H0201
  }

 private:
  std::ostringstream text_;
};

int main() {
  const Request request("reindex-everything-from-scratch", 17);
  const auto verb = request.verb();
  if (!verb) return 1;
  std::cout << "verb: " << *verb << '\n';
}
