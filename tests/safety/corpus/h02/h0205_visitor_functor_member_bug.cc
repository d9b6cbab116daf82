// A function object with a reference member is stored while what it refers to is a local.
// oracle: asan

#include <functional>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

struct Rename {
  const std::unordered_map<std::string, std::string>& table;

  std::string operator()(const std::string& name) const {
    const auto found = table.find(name);
    return found == table.end() ? name : found->second;
  }
};

class Printer {
 public:
  void use(std::function<std::string(const std::string&)> rename) { rename_ = std::move(rename); }

  void print(const std::vector<std::string>& names, std::ostream& out) const {
    for (const std::string& name : names) out << (rename_ ? rename_(name) : name) << ' ';  // expect?: H0205
    out << '\n';
  }

 private:
  std::function<std::string(const std::string&)> rename_;
};

void shorten(Printer& printer, bool aggressive) {
  std::unordered_map<std::string, std::string> table = {{"std::basic_string<char>", "std::string"}};
  if (aggressive) table["std::string"] = "string";
  printer.use(Rename{table});  // expect?: H0205
}

int main() {
  Printer printer;
  shorten(printer, true);
  printer.print({"int", "std::basic_string<char>"}, std::cout);  // expect?: H0205
}
