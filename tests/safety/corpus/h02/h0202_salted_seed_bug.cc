// A generator's material is a view of an array that ends with the function.
// oracle: asan
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
  std::span<const std::uint32_t> material;

 private:
  std::unique_ptr<std::seed_seq> sequence_;
};

static Salted make_sequence(std::uint32_t salt) {
  std::uint32_t material[8] = {};
  for (std::uint32_t i = 0; i < 8; ++i) material[i] = i * salt;
  Salted sequence(std::begin(material), std::end(material));
  sequence.material = material;  // expect?: H0202
  return sequence;  // expect?: H0201
}

int main() {
  Salted one = make_sequence(3), other = make_sequence(3);
  std::printf("%u\n", one.first());
  return one.first() == other.first() && one.material[1] == 3 ? 0 : 1;
}
