// The optional holds a string.
// oracle: clean

#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

class Request {
 public:
  Request(std::string verb, int id) { text_ << verb << " resource " << id << " with all of its attachments"; }

  std::optional<std::string> verb() const {
    const std::string text = text_.str();
    if (text.empty()) return std::nullopt;
    const auto space = text.find(' ');
    if (space == std::string::npos) return text;
    return text.substr(0, space);
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
