// The opcode is within the table, but nobody has registered a handler in its slot.
// oracle: debug

#include <array>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <vector>

class Machine {
 public:
  using Handler = std::function<void(Machine&, std::int64_t operand)>;

  void define(std::uint8_t opcode, Handler handler) { handlers_[opcode & kMask] = std::move(handler); }

  void execute(const std::vector<std::uint16_t>& code) {
    for (std::uint16_t word : code) {
      const Handler& handler = handlers_[(word >> 8) & kMask];
      handler(*this, word & 0xff);  // expect: H0403
    }
  }

  std::int64_t accumulator = 0;
  int unknown() const { return unknown_; }

 private:
  static constexpr std::uint8_t kMask = 0x0f;
  std::array<Handler, 16> handlers_;
  int unknown_ = 0;
};

int main() {
  Machine machine;
  machine.define(1, [](Machine& m, std::int64_t operand) { m.accumulator += operand; });
  machine.define(2, [](Machine& m, std::int64_t operand) { m.accumulator *= operand; });
  machine.execute({0x0105, 0x0203, 0x0701, 0x0101});
  std::printf("%lld\n", static_cast<long long>(machine.accumulator));
}
