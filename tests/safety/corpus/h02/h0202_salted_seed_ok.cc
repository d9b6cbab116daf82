// A library's object that another one owns copies the numbers that it is made of.
// oracle: clean
#include <array>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <utility>

class Salted {
 public:
  template <class Iterator>
  Salted(Iterator begin, Iterator end) : sequence_(std::make_unique<std::seed_seq>(begin, end)) {}
  Salted(Salted&&) = default;
  std::uint32_t first() const {
    std::array<std::uint32_t, 4> out{};
    sequence_->generate(out.begin(), out.end());
    return out[0];
  }
  std::size_t material = 0;

 private:
  std::unique_ptr<std::seed_seq> sequence_;
};

static Salted make_sequence(std::uint32_t salt) {
  std::uint32_t material[8] = {};
  for (std::uint32_t i = 0; i < 8; ++i) material[i] = i * salt;
  Salted sequence(std::begin(material), std::end(material));
  sequence.material = std::size(material);
  return sequence;
}

int main() {
  Salted one = make_sequence(3), other = make_sequence(3);
  std::printf("%u\n", one.first());
  return one.first() == other.first() && one.material == 8 ? 0 : 1;
}
