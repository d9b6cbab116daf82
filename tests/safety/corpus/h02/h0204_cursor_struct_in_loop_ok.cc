// The cursor is used up in the turn that its page belongs to.
// oracle: clean

#include <iostream>
#include <string>

struct Cursor {
  const char* at = "";
  bool more() const { return *at != '\0'; }
  char next() { return *at++; }
};

class Archive {
 public:
  std::string page(int number) const {
    if (number > 3) return "";
    return "page " + std::to_string(number) + " tells the story; then it stops";
  }
};

std::string first_sentences(const Archive& archive) {
  std::string result;
  Cursor cursor;
  for (int number = 1;; ++number) {
    const std::string page = archive.page(number);
    if (page.empty()) break;
    cursor.at = page.c_str();
    while (cursor.more()) {
      const char c = cursor.next();
      if (c == ';') break;
      result += c;
    }
  }
  return result;
}

int main() { std::cout << first_sentences(Archive()) << '\n'; }
