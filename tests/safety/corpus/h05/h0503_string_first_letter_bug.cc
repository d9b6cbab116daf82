// A name's first letter is taken without a look at whether it has one.
// oracle: debug

#include <iostream>
#include <string>
#include <string_view>

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

std::string initials(std::string_view name) {
  std::string result;
  while (!name.empty()) {
    const auto space = name.find(' ');
    const std::string_view part = name.substr(0, space);
    result += part.front();  // expect: H0503
    if (space == std::string_view::npos) break;
    name.remove_prefix(space + 1);
  }
  return result;
}

class Badge {
 public:
  explicit Badge(std::string_view name) : initials_(initials(trimmed(name))) {}
  const std::string& text() const { return initials_; }

 private:
  std::string initials_;
};

int main() {
  for (std::string_view name : {" Ada Lovelace ", "", "Grace  Hopper"})
    std::cout << Badge(name).text() << '\n';
}
