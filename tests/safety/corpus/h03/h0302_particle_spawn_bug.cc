// spawn() grows the vector that the reference to the parent is into.
// oracle: asan

#include <cstdio>
#include <vector>

struct Particle {
  double x;
  double speed;
  int generation;
};

class Emitter {
 public:
  void start(double speed) { particles_.push_back({0, speed, 0}); }

  void split(std::size_t index, double factor) {
    Particle& parent = particles_[index];
    parent.x += parent.speed;
    spawn(parent.x, parent.speed * factor, parent.generation + 1);
    parent.speed *= 1 - factor;  // expect: H0302
  }

  std::size_t count() const { return particles_.size(); }

 private:
  void spawn(double x, double speed, int generation) {
    if (particles_.size() < 200) particles_.push_back({x, speed, generation});
  }

  std::vector<Particle> particles_;
};

int main() {
  Emitter emitter;
  emitter.start(8);
  for (int i = 0; i < 5; ++i) emitter.split(static_cast<std::size_t>(i), 0.5);
  std::printf("%zu particles\n", emitter.count());
}
