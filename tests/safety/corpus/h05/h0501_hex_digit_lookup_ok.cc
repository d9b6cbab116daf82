// npos is looked for before it is used.
// oracle: clean

#include <cstdio>
#include <string>
#include <string_view>

class Base32 {
 public:
  std::string shift(std::string_view text, std::size_t by) const {
    std::string result;
    for (char c : text) {
      const std::size_t at = alphabet.find(c);
      if (at == std::string_view::npos) continue;
      std::size_t moved = at + by;
      if (moved >= alphabet.size()) moved -= alphabet.size();
      result += alphabet[moved];
    }
    return result;
  }

 private:
  static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
};

int main() {
  const Base32 code;
  std::printf("%s\n", code.shift("HULL", 0).c_str());
  std::printf("%s\n", code.shift("HULL=TREE", 0).c_str());
}
