// A record is copied over the slot after the last one, because the check is of the wrong count.
// oracle: asan

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>

struct Sample {
  std::uint32_t time;
  std::uint32_t channel;
  double value;
};

class Recorder {
 public:
  explicit Recorder(std::size_t slots) : slots_(slots), memory_(new unsigned char[slots * sizeof(Sample)]) {}

  bool record(const Sample& sample) {
    const std::size_t offset = used_ * sizeof sample;
    if (offset > slots_ * sizeof sample) return false;
    std::memcpy(memory_.get() + offset, &sample, sizeof sample);  // expect: H0504
    ++used_;
    return true;
  }

  std::size_t used() const { return used_; }

 private:
  std::size_t slots_;
  std::size_t used_ = 0;
  std::unique_ptr<unsigned char[]> memory_;
};

int main() {
  Recorder recorder(6);
  std::uint32_t time = 0;
  while (time < 10 && recorder.record({time, time % 2, time * 0.5})) ++time;
  std::printf("%zu samples\n", recorder.used());
}
