// The element that is taken out is looked for in what has become shorter.
// oracle: debug
#include <cstdio>
#include <utility>
#include <vector>

struct Particle {
  float x;
  float speed;
};

class System {
 public:
  void add(float x, float speed) { particles_.push_back({x, speed}); }

  float remove(std::size_t index) {
    const std::size_t last = particles_.size() - 1;
    std::swap(particles_[index], particles_[last]);
    particles_.pop_back();
    return particles_[last].speed;  // expect: H0501
  }
  std::size_t size() const { return particles_.size(); }

 private:
  std::vector<Particle> particles_;
};

int main() {
  System system;
  system.add(1.0f, 2.0f);
  system.add(3.0f, 4.0f);
  std::printf("%f %zu\n", system.remove(0), system.size());
  return 0;
}
