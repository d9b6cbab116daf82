// The buffer for the encoded text has no room for its end.
// oracle: asan
#include <cstdio>
#include <cstring>
#include <string>

class Tag {
 public:
  explicit Tag(const char* name) { std::strcpy(name_, name); }  // expect: H0504
  std::string text() const { return std::string("<") + name_ + ">"; }

 private:
  char name_[8];
};

int main() {
  const Tag body("body");
  const Tag quote("quotation");
  std::printf("%s%s\n", body.text().c_str(), quote.text().c_str());
}
