// The sample buffer has no copy constructor, so both copies free the same samples.
// oracle: asan

#include <algorithm>
#include <cstddef>
#include <cstdio>

class SampleBuffer {
 public:
  explicit SampleBuffer(std::size_t size) : size_(size), samples_(new float[size]()) {}
  ~SampleBuffer() {
    delete[] samples_;  // expect?: H0102
  }

  void gain(float factor) {
    for (std::size_t i = 0; i < size_; ++i) samples_[i] *= factor;
  }

  void set(std::size_t at, float value) { samples_[at] = value; }

  float peak() const {
    float peak = 0;
    for (std::size_t i = 0; i < size_; ++i) peak = std::max(peak, samples_[i]);
    return peak;
  }

 private:
  std::size_t size_;
  float* samples_;
};

float peak_after_gain(const SampleBuffer& original, float factor) {
  SampleBuffer louder = original;  // expect?: H0102
  louder.gain(factor);
  return louder.peak();
}

int main() {
  SampleBuffer buffer(64);
  buffer.set(3, 0.25f);
  std::printf("%.2f\n", peak_after_gain(buffer, 2.0f));
}
