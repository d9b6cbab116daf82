// Every new slot gets its channel before the loop over all of them.
// oracle: clean

#include <cstddef>
#include <cstdio>
#include <memory>
#include <vector>

class Channel {
 public:
  void put(float sample) {
    peak_ = sample > peak_ ? sample : peak_;
    ++samples_;
  }
  void reset() { peak_ = 0.0f; }
  float peak() const { return peak_; }

 private:
  float peak_ = 0.0f;
  int samples_ = 0;
};

class Mixer {
 public:
  void set_channels(std::size_t count) {
    std::size_t old = channels_.size();
    channels_.resize(count);
    for (std::size_t i = old; i < count; ++i) channels_[i] = std::make_unique<Channel>();
    for (auto& channel : channels_) {
      channel->reset();
    }
  }

  void mix(std::size_t channel, float sample) {
    if (channel >= channels_.size()) return;
    if (!channels_[channel]) channels_[channel] = std::make_unique<Channel>();
    channels_[channel]->put(sample);
  }

  float loudest() const {
    float loudest = 0;
    for (const auto& channel : channels_) {
      if (channel && channel->peak() > loudest) loudest = channel->peak();
    }
    return loudest;
  }

 private:
  std::vector<std::unique_ptr<Channel>> channels_;
};

int main() {
  Mixer mixer;
  mixer.set_channels(2);
  mixer.mix(1, 0.5f);
  mixer.mix(0, 0.25f);
  std::printf("%.2f\n", mixer.loudest());
}
