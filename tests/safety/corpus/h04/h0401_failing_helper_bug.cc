// complain() returns where the author thought that it ends the program, and null is dereferenced.
// oracle: asan

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

struct Symbol {
  std::string name;
  int address;
};

class Linker {
 public:
  void define(std::string name, int address) { symbols_.push_back({std::move(name), address}); }

  int relocate(const std::string& name, int addend) const {
    const Symbol* symbol = find(name);
    if (symbol == nullptr) complain(name);
    return symbol->address + addend;  // expect: H0401
  }

 private:
  static void complain(const std::string& name) {
    std::fprintf(stderr, "undefined symbol %s\n", name.c_str());
  }

  const Symbol* find(const std::string& name) const {
    for (const Symbol& symbol : symbols_) {
      if (symbol.name == name) return &symbol;
    }
    return nullptr;
  }

  std::vector<Symbol> symbols_;
};

int main() {
  Linker linker;
  linker.define("_start", 0x1000);
  try {
    int sum = linker.relocate("_start", 8);
    sum += linker.relocate("memcpy", 0);
    std::printf("%d\n", sum);
  } catch (const std::runtime_error& error) {
    std::printf("%s\n", error.what());
  }
}
