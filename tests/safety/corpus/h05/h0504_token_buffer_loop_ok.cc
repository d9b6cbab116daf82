// The length is compared with the buffer's own size.
// oracle: clean

#include <cstdio>
#include <cstring>

class Assembler {
 public:
  int assemble(const char* source) {
    int opcodes = 0;
    while (*source != '\0') {
      const std::size_t length = std::strcspn(source, " \n");
      if (length > 0) opcodes += emit(source, length);
      source += length;
      if (*source != '\0') ++source;
    }
    return opcodes;
  }

 private:
  int emit(const char* text, std::size_t length) {
    char mnemonic[8];
    if (length >= sizeof mnemonic) return 0;
    std::memcpy(mnemonic, text, length);
    mnemonic[length] = '\0';
    for (const char* known : table_) {
      if (std::strcmp(known, mnemonic) == 0) return 1;
    }
    return 0;
  }

  const char* table_[4] = {"load", "store", "add", "jump"};
};

int main() {
  Assembler assembler;
  std::printf("%d\n", assembler.assemble("load add\nstore jump_if_not_equal add"));
}
