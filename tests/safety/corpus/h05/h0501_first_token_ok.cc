// A line without a space is handled first.
// oracle: clean
#include <iostream>
#include <string>
#include <vector>

class Console {
 public:
  bool run(const std::string& line) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos || line[space] == line.back()) return false;
    commands_.push_back(line.substr(0, space));
    return true;
  }
  std::size_t commands() const { return commands_.size(); }

 private:
  std::vector<std::string> commands_;
};

int main() {
  Console console;
  console.run("move north");
  console.run("quit");
  std::cout << console.commands() << '\n';
}
