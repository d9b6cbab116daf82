// The vector is made as large as what is copied into it.
// oracle: clean

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
    samples_.resize(clip.count);
    std::memcpy(samples_.data(), clip.samples, clip.count * sizeof(std::int16_t));
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
