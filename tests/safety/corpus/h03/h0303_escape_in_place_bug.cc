// The text is appended to while the range-for goes over its characters.
// oracle: asan

#include <iostream>
#include <string>

class JsonWriter {
 public:
  void key(const std::string& name, const std::string& value) {
    if (!out_.empty()) out_ += ',';
    out_ += '"' + name + "\":\"" + escape(value) + '"';
  }

  const std::string& text() const { return out_; }

 private:
  static std::string escape(std::string text) {
    const std::size_t length = text.size();
    std::string& escaped = text;
    for (char c : text) {                          // expect?: H0303
      if (c == '"' || c == '\\') escaped += '\\';  // expect?: H0303
      escaped += c;                                // expect?: H0303
      if (escaped.size() > 4 * length + 64) break;
    }
    return escaped.substr(length);
  }

  std::string out_;
};

int main() {
  JsonWriter writer;
  writer.key("path", "C:\\Program Files\\hull");
  writer.key("motto", "it is called \"hull\" for a reason");
  std::cout << writer.text() << '\n';
}
