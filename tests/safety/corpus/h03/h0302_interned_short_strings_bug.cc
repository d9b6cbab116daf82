// Views of short strings are into the vector's elements themselves, which move when it grows.
// oracle: asan

#include <cstdio>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

class StringPool {
 public:
  std::string_view add(std::string_view text) {
    for (const std::string& known : strings_) {
      if (known == text) return known;
    }
    return strings_.emplace_back(text);
  }

 private:
  std::vector<std::string> strings_;
};

struct Symbol {
  std::string_view name;
  int uses;
};

class Symbols {
 public:
  void use(std::string_view name) {
    const std::string_view pooled = pool_.add(name);
    for (Symbol& symbol : symbols_) {
      if (symbol.name == pooled) {  // expect: H0302
        ++symbol.uses;
        return;
      }
    }
    symbols_.push_back({pooled, 1});
  }

  std::size_t size() const { return symbols_.size(); }

 private:
  StringPool pool_;
  std::vector<Symbol> symbols_;
};

int main() {
  Symbols symbols;
  for (const char* name : {"i", "sum", "i", "end", "sum"}) symbols.use(name);
  std::printf("%zu symbols\n", symbols.size());
}
