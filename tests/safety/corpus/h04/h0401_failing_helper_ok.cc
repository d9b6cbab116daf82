// fail() throws, so nothing goes on with null.
// oracle: clean

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
    if (symbol == nullptr) fail(name);
    return symbol->address + addend;
  }

 private:
  [[noreturn]] static void fail(const std::string& name) {
    throw std::runtime_error("undefined symbol " + name);
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
