// The vector is given capacity for the samples but the copy writes past what was allocated.
// oracle: asan

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

struct Clip {
  const std::int16_t* samples;
  std::size_t count;
};

class Track {
 public:
  void load(const Clip& clip) {
    samples_.resize(clip.count / 2);
    std::memcpy(samples_.data(), clip.samples, clip.count * sizeof(std::int16_t));  // expect: H0504
  }

  long peak() const {
    long peak = 0;
    for (std::int16_t sample : samples_) {
      const long loudness = sample < 0 ? -sample : sample;
      if (loudness > peak) peak = loudness;
    }
    return peak;
  }

 private:
  std::vector<std::int16_t> samples_;
};

int main() {
  static std::int16_t recorded[64];
  for (int i = 0; i < 64; ++i) recorded[i] = static_cast<std::int16_t>(i * i * (i % 2 == 0 ? 1 : -1));
  Track track;
  track.load({recorded, 64});
  std::printf("%ld\n", track.peak());
}
