// The escaped text is a string of its own.
// oracle: clean

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
    std::string escaped;
    for (char c : text) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
      if (escaped.size() > 4 * length + 64) break;
    }
    return escaped;
  }

  std::string out_;
};

int main() {
  JsonWriter writer;
  writer.key("path", "C:\\Program Files\\hull");
  writer.key("motto", "it is called \"hull\" for a reason");
  std::cout << writer.text() << '\n';
}
