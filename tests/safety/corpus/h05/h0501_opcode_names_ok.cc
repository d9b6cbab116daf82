// The table has a name for each opcode.
// oracle: clean
#include <cstdio>
#include <string_view>
#include <vector>

enum class Opcode : unsigned char { kNop, kLoad, kStore, kAdd, kJump, kHalt };

struct Instruction {
  Opcode opcode;
  int operand;
};

static const char* const kNames[] = {
    "nop", "load", "store", "add", "jump", "halt",
};

static const char* name_of(Opcode opcode) {
  return kNames[static_cast<unsigned>(opcode)];
}

class Disassembler {
 public:
  void add(Opcode opcode, int operand) { code_.push_back({opcode, operand}); }

  void print() const {
    int address = 0;
    for (const Instruction& instruction : code_) {
      std::printf("%04d %s %d\n", address++, name_of(instruction.opcode), instruction.operand);
    }
    std::printf("%04d %s\n", address, name_of(Opcode::kHalt));
  }

 private:
  std::vector<Instruction> code_;
};

int main() {
  Disassembler disassembler;
  disassembler.add(Opcode::kLoad, 4);
  disassembler.add(Opcode::kAdd, 1);
  disassembler.print();
  return 0;
}
