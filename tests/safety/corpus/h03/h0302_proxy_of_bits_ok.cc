// The bits are appended before the proxy is taken.
// oracle: clean

#include <cstdio>
#include <vector>

class Sieve {
 public:
  explicit Sieve(std::size_t limit) : composite_(limit) {}

  bool mark(std::size_t number) {
    if (composite_.size() < 4096) grow();
    auto bit = composite_[number];
    const bool known = bit;
    bit = true;
    return known;
  }

  std::size_t size() const { return composite_.size(); }

 private:
  void grow() { composite_.resize(composite_.size() * 64); }

  std::vector<bool> composite_;
};

int main() {
  Sieve sieve(64);
  const bool known = sieve.mark(9);
  std::printf("%d %zu\n", known, sieve.size());
}
