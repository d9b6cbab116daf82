// The size of the pointer is taken for that of the buffer, and then one more than there is.
// oracle: asan
#include <cstdio>
#include <cstring>
#include <string>

static void format_line(char* out, std::size_t room, const char* key, int value) {
  std::snprintf(out, room, "%s=%d", key, value);  // expect?: H0504
}

class Config {
 public:
  void write(const char* key, int value) {
    char* line = new char[24];
    format_line(line, 64, key, value);  // expect?: H0504
    text_ += line;
    text_ += '\n';
    delete[] line;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

int main() {
  Config config;
  config.write("maximum_number_of_connections", 1024);
  std::printf("%s", config.text().c_str());
  return 0;
}
