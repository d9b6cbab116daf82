// The helper sums up to and with `count`, and is told how many there are.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <iterator>

long area_under(const int* heights, std::size_t count, int step) {
  long area = 0;
  for (std::size_t i = 0; i <= count; ++i) area += heights[i] * static_cast<long>(step);  // expect: H0502
  return area;
}

class Profile {
 public:
  explicit Profile(int step) : step_(step) {}
  long flat() const {
    const int heights[] = {4, 4, 4, 5};
    return area_under(heights, std::size(heights), step_);
  }

 private:
  int step_;
};

int main() { std::printf("%d\n", Profile(3).flat() > 0); }
