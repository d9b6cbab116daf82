// The buffer has room for the text and its end.
// oracle: clean
#include <cstdio>
#include <cstring>
#include <string>

class Tag {
 public:
  explicit Tag(const char* name) { std::strcpy(name_, name); }
  std::string text() const { return std::string("<") + name_ + ">"; }

 private:
  char name_[12];
};

int main() {
  const Tag body("body");
  const Tag quote("quotation");
  std::printf("%s%s\n", body.text().c_str(), quote.text().c_str());
}
