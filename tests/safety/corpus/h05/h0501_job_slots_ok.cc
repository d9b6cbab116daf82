// The number of slots is rounded up.
// oracle: clean
#include <cstdio>
#include <vector>

class Bitmap {
 public:
  explicit Bitmap(std::size_t bits) : words_((bits + 63) / 64) {}
  void set(std::size_t bit) { words_[bit / 64] |= 1ULL << (bit % 64); }
  std::size_t words() const { return words_.size(); }

 private:
  std::vector<unsigned long long> words_;
};

int main() {
  Bitmap jobs(100);
  jobs.set(3);
  jobs.set(70);
  std::printf("%zu\n", jobs.words());
}
