// The span is made over the vector that a call returned.
// oracle: asan

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <span>
#include <vector>

class Recorder {
 public:
  void add(std::int16_t sample) { samples_.push_back(sample); }

  std::vector<std::int16_t> normalized() const {
    std::vector<std::int16_t> result(samples_);
    int peak = 1;
    for (std::int16_t sample : result) peak = std::max(peak, sample < 0 ? -sample : +sample);
    for (std::int16_t& sample : result) sample = static_cast<std::int16_t>(sample * 1000 / peak);
    return result;
  }

 private:
  std::vector<std::int16_t> samples_;
};

long energy(std::span<const std::int16_t> samples) {
  long sum = 0;
  for (std::int16_t sample : samples) sum += static_cast<long>(sample) * sample;  // expect?: H0203
  return sum;
}

int main() {
  Recorder recorder;
  for (int i = 0; i < 16; ++i) recorder.add(static_cast<std::int16_t>(i % 2 ? i * 9 : -i * 7));
  const std::span<const std::int16_t> samples = recorder.normalized();  // expect?: H0203
  const long first = energy(samples.first(8));                          // expect?: H0203
  const long second = energy(samples.last(8));                          // expect?: H0203
  std::cout << (first < second ? "louder" : "quieter") << '\n';
}
