// The members are strings.
// oracle: clean

#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>

std::tuple<std::string_view, std::string_view> split(std::string_view line) {
  const auto tab = line.find('\t');
  if (tab == std::string_view::npos) return {line, {}};
  return {line.substr(0, tab), line.substr(tab + 1)};
}

class ChangeLog {
 public:
  bool read_newest(std::istream& in) {
    bool any = false;
    std::string line;
    while (std::getline(in, line)) {
      if (line.starts_with("#")) continue;
      std::tie(author_, subject_) = split(line);
      any = true;
    }
    return any;
  }

  void print(std::ostream& out) const { out << author_ << ": " << subject_ << '\n'; }

 private:
  std::string author_;
  std::string subject_;
};

int main() {
  std::istringstream in(
      "# newest last\nGrace\tFind a moth in the relay\nAda\tCompute the numbers of Bernoulli\n");
  ChangeLog log;
  if (log.read_newest(in)) log.print(std::cout);
}
