// The caller asks for the last of the channels there are.
// oracle: clean

#include <array>
#include <cstdio>

struct Channel {
  int gain = 1;
  bool muted = false;
};

class Mixer {
 public:
  static constexpr std::size_t channels = 4;

  void set_gain(std::size_t channel, int gain) { at(channel).gain = gain; }
  void mute(std::size_t channel) { at(channel).muted = true; }

  int level() const {
    int sum = 0;
    for (const Channel& channel : channels_) sum += channel.muted ? 0 : channel.gain;
    return sum;
  }

 private:
  Channel& at(std::size_t channel) { return channels_[channel]; }

  std::array<Channel, channels> channels_;
};

void load_preset(Mixer& mixer, bool quiet) {
  mixer.set_gain(0, 3);
  mixer.set_gain(1, 2);
  if (quiet) mixer.mute(Mixer::channels - 1);
}

int main() {
  Mixer mixer;
  load_preset(mixer, false);
  load_preset(mixer, true);
  std::printf("%d\n", mixer.level());
}
