// Alternatives are asked for before they are read.
// oracle: clean
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace [[hull::safe]] app {
class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json>;
  Json() = default;
  explicit Json(bool value) : value_(value) {}
  explicit Json(double value) : value_(value) {}
  explicit Json(std::string value) : value_(std::move(value)) {}
  explicit Json(Array value) : value_(std::move(value)) {}
  explicit Json(Object value) : value_(std::move(value)) {}

  void write(std::string& out) const {
    if (const auto* truth = std::get_if<bool>(&value_)) {
      out += *truth ? "true" : "false";
    } else if (const auto* number = std::get_if<double>(&value_)) {
      out += std::to_string(*number);
    } else if (const auto* text = std::get_if<std::string>(&value_)) {
      quote(*text, out);
    } else if (const auto* array = std::get_if<Array>(&value_)) {
      out += '[';
      bool first = true;
      for (const Json& item : *array) {
        if (!first) out += ',';
        first = false;
        item.write(out);
      }
      out += ']';
    } else if (const auto* object = std::get_if<Object>(&value_)) {
      out += '{';
      bool first = true;
      for (const auto& [key, item] : *object) {
        if (!first) out += ',';
        first = false;
        quote(key, out);
        out += ':';
        item.write(out);
      }
      out += '}';
    } else {
      out += "null";
    }
  }

 private:
  static void quote(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    out += '"';
  }
  std::variant<std::monostate, bool, double, std::string, Array, Object> value_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Json::Object object;
  object.emplace("name", Json(std::string("a\"b")));
  object.emplace("list", Json(Json::Array{Json(1.5), Json(true), Json()}));
  std::string out;
  Json(std::move(object)).write(out);
  std::cout << out << '\n';
  return 0;
}
