// The iterator is what insert returns.
// oracle: clean

#include <cctype>
#include <iostream>
#include <string>

std::string spaced(std::string name) {
  name.shrink_to_fit();
  for (auto at = name.begin(); at != name.end(); ++at) {
    if (at == name.begin() || !std::isupper(static_cast<unsigned char>(*at))) continue;
    at = name.insert(at, ' ');
    ++at;
    *at = static_cast<char>(std::tolower(static_cast<unsigned char>(*at)));
  }
  return name;
}

class Label {
 public:
  explicit Label(const char* identifier) : text_(spaced(identifier)) {}
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

int main() {
  for (const char* identifier : {"width", "maximumNumberOfOpenFilesPerUser"}) {
    std::cout << Label(identifier).text() << '\n';
  }
}
