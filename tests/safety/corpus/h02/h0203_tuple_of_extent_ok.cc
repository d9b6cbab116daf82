// A tuple of a pointer and a count copies both: what is made of it points to the samples.
// oracle: clean
#include <cassert>
#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

template <class T>
class Extent {
 public:
  template <class Pointer, class Count>
  static Extent of(const std::tuple<Pointer, Count>& parts) {
    return Extent(std::get<0>(parts), static_cast<std::size_t>(std::get<1>(parts)));
  }

  const T* begin() const { return first_; }
  const T* end() const { return first_ + count_; }

 private:
  Extent(const T* first, std::size_t count) : first_(first), count_(count) {}

  const T* first_;
  std::size_t count_;
};

class Channel {
 public:
  void record(int sample) { samples_.push_back(sample); }
  const int* samples() const { return samples_.data(); }
  int count() const { return static_cast<int>(samples_.size()); }

 private:
  std::vector<int> samples_;
};

int sum(const Extent<int>& extent) {
  int total = 0;
  for (const int sample : extent) total += sample;
  return total;
}

int main() {
  const std::tuple<int, char, std::string> title(1, 'L', "left");
  Channel left;
  for (const int sample : {3, 1, 4}) left.record(sample);
  const Extent<int> all = Extent<int>::of(std::make_tuple(left.samples(), left.count()));
  const Extent<int> head = Extent<int>::of(std::make_tuple(left.samples(), 2));
  assert(sum(all) == 8);
  assert(*head.begin() == 3);
  assert(std::get<1>(title) == 'L' && std::get<2>(title) == "left");
}
