// The helper gives the iterator of an unordered_map, and its caller takes it for a hit in every case.
// oracle: debug

#include <cstdio>
#include <string>
#include <unordered_map>

class SymbolTable {
 public:
  struct Symbol {
    int address;
    int references = 0;
  };

  bool define(const std::string& name, int address) { return symbols_.try_emplace(name, address).second; }

  int reference(const std::string& name) {
    auto symbol = lookup(name);
    symbol->second.references++;  // expect: H0404
    return symbol->second.address;
  }

  bool is_used(const std::string& name) {
    auto symbol = lookup(name);
    return symbol != symbols_.end() && symbol->second.references > 0;
  }

 private:
  using Symbols = std::unordered_map<std::string, Symbol>;

  // Names are looked up as they are, and then without the leading underscore of old objects.
  Symbols::iterator lookup(const std::string& name) {
    auto found = symbols_.find(name);
    if (found == symbols_.end() && name.starts_with('_')) found = symbols_.find(name.substr(1));
    return found;
  }

  Symbols symbols_;
};

int main() {
  SymbolTable table;
  table.define("main", 0x400);
  table.define("exit", 0x480);
  int sum = table.reference("_main");
  sum += table.reference("printf");
  std::printf("%d %d\n", sum, table.is_used("exit"));
}
