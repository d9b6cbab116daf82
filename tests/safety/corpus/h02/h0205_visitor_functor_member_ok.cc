// The function object's member is a value.
// oracle: clean

#include <functional>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

struct Rename {
  std::unordered_map<std::string, std::string> table;

  std::string operator()(const std::string& name) const {
    const auto found = table.find(name);
    return found == table.end() ? name : found->second;
  }
};

class Printer {
 public:
  void use(std::function<std::string(const std::string&)> rename) { rename_ = std::move(rename); }

  void print(const std::vector<std::string>& names, std::ostream& out) const {
    for (const std::string& name : names) out << (rename_ ? rename_(name) : name) << ' ';
    out << '\n';
  }

 private:
  std::function<std::string(const std::string&)> rename_;
};

void shorten(Printer& printer, bool aggressive) {
  std::unordered_map<std::string, std::string> table = {{"std::basic_string<char>", "std::string"}};
  if (aggressive) table["std::string"] = "string";
  printer.use(Rename{table});
}

int main() {
  Printer printer;
  shorten(printer, true);
  printer.print({"int", "std::basic_string<char>"}, std::cout);
}
