// The constructor initializes every member.
// oracle: clean

#include <cstdio>

class LowPass {
 public:
  explicit LowPass(float cutoff) : cutoff_(cutoff), state_(0.0f), bypass_(false) {}

  void set_bypass(bool bypass) { bypass_ = bypass; }

  float process(float sample) {
    if (bypass_) return sample;
    state_ += cutoff_ * (sample - state_);
    return state_;
  }

 private:
  float cutoff_;
  float state_;
  bool bypass_;
};

struct Chain {
  LowPass left{0.5f};
  LowPass right{0.25f};

  float run(const float* samples, int count) {
    float last = 0;
    for (int i = 0; i < count; ++i) last = left.process(samples[i]) + right.process(samples[i]);
    return last;
  }
};

int main() {
  const float samples[] = {1.0f, 0.0f, 1.0f, 1.0f};
  Chain chain;
  chain.left.set_bypass(true);
  float last = chain.run(samples, 4);
  std::printf("%d\n", last > 1.0f);
}
