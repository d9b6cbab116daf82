// The raw pointer goes into the render list's unique_ptr and then into the update list's.
// oracle: asan

#include <cstdio>
#include <memory>
#include <vector>

class Particle {
 public:
  explicit Particle(float speed) : speed_(speed) {}
  void update(float dt) { y_ += speed_ * dt; }
  float y() const { return y_; }

 private:
  float speed_;
  float y_ = 0;
};

class Emitter {
 public:
  void emit(int count) {
    for (int i = 0; i < count; ++i) {
      auto* particle = new Particle(1.0f + static_cast<float>(i));
      rendered_.push_back(std::unique_ptr<Particle>(particle));
      if (i % 2 == 0) {
        updated_.push_back(std::unique_ptr<Particle>(particle));  // expect: H0106
      }
    }
  }

  float step(float dt) {
    for (auto& particle : updated_) particle->update(dt);
    float highest = 0;
    for (const auto& particle : rendered_) highest = particle->y() > highest ? particle->y() : highest;
    return highest;
  }

 private:
  std::vector<std::unique_ptr<Particle>> rendered_;
  std::vector<std::unique_ptr<Particle>> updated_;
};

int main() {
  Emitter emitter;
  emitter.emit(3);
  std::printf("%.1f\n", emitter.step(0.5f));
}
