// The owner's deleter is free(), and the sample it owns is made with new.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <memory>

struct FreeDeleter {
  void operator()(void* memory) const {
    std::free(memory);  // expect?: H0105
  }
};

template <typename T>
using CPtr = std::unique_ptr<T, FreeDeleter>;

struct Measurement {
  int channel;
  float volts;
};

CPtr<Measurement> Measure(int channel) {
  CPtr<Measurement> measurement(new Measurement{channel, 0.0f});  // expect?: H0105
  measurement->channel = channel;
  measurement->volts = 0.5f * static_cast<float>(channel);
  return measurement;
}

float Average(int channels) {
  float sum = 0;
  for (int channel = 0; channel < channels; ++channel) {
    auto measurement = Measure(channel);
    if (measurement->channel == channel) sum += measurement->volts;
  }
  return sum / static_cast<float>(channels);
}

int main() { std::printf("%.2f V\n", Average(5)); }
