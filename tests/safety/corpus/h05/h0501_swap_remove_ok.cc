// The element is copied before the vector becomes shorter.
// oracle: clean
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
    const float speed = particles_[last].speed;
    particles_.pop_back();
    return speed;
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
