// trim takes a view and narrows it, so the result borrows from the caller's text.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace text {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trim(std::string_view value) {
  const auto first = value.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  const auto last = value.find_last_not_of(blanks);
  return value.substr(first, last - first + 1);
}

}  // namespace text

class Settings {
 public:
  void add_line(std::string line) { lines_.push_back(std::move(line)); }

  int count_set() const {
    int set = 0;
    for (const std::string& line : lines_) {
      const std::string_view body = text::trim(line);
      if (body.empty() || body.front() == '#') continue;
      if (body.find('=') != std::string_view::npos) ++set;
    }
    return set;
  }

 private:
  std::vector<std::string> lines_;
};

int main() {
  Settings settings;
  settings.add_line("   # where the server listens to what comes in    ");
  settings.add_line("   listen.address.of.the.service = 127.0.0.1     ");
  settings.add_line("\t\t");
  std::cout << settings.count_set() << " settings\n";
}
