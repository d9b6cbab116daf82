// The cursor is assigned a position in the page of one turn and read in the next one.
// oracle: asan

#include <iostream>
#include <string>

struct Cursor {
  const char* at = "";
  bool more() const { return *at != '\0'; }  // expect?: H0204
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
    while (cursor.more()) {  // expect?: H0204
      const char c = cursor.next();
      if (c == ';') break;
      result += c;
    }
    const std::string page = archive.page(number);
    if (page.empty()) break;
    cursor.at = page.c_str();
  }
  return result;
}

int main() { std::cout << first_sentences(Archive()) << '\n'; }
