// The out-parameter is a string and gets a copy.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

struct Document {
  std::vector<std::string> lines;
};

bool read_title(const Document& document, std::string* title) {
  for (const std::string& line : document.lines) {
    if (line.empty() || line[0] != '#') continue;
    std::string text = line.substr(line.find_first_not_of("# "));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (text.empty()) continue;
    *title = text;
    return true;
  }
  return false;
}

int main() {
  const Document document{{"<!-- written by hand -->", "#   How to write a memory checker    ", "Slowly."}};
  std::string title = "(untitled)";
  if (!read_title(document, &title)) return 1;
  std::cout << "Title: " << title << '\n';
}
