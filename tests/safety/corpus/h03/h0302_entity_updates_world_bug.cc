// update() runs on an element of the world's vector, and the world grows in the middle of it.
// oracle: asan

#include <iostream>
#include <vector>

class World;

class Entity {
 public:
  explicit Entity(int energy) : energy_(energy) {}
  void update(World& world);
  int energy() const { return energy_; }

 private:
  int energy_;
  int age_ = 0;
};

class World {
 public:
  void settle(int energy) { entities_.emplace_back(energy); }
  void spawn(int energy) { entities_.emplace_back(energy); }

  void step() {
    const std::size_t count = entities_.size();
    for (std::size_t i = 0; i < count; ++i) entities_[i].update(*this);  // expect?: H0302
  }

  int energy() const {
    int sum = 0;
    for (const Entity& entity : entities_) sum += entity.energy();
    return sum;
  }

 private:
  std::vector<Entity> entities_;
};

void Entity::update(World& world) {
  ++age_;
  if (energy_ > 10) {
    world.spawn(energy_ / 2);  // expect?: H0302
    energy_ -= energy_ / 2;    // expect?: H0302
  }
}

int main() {
  World world;
  for (int energy : {4, 40, 12}) world.settle(energy);
  for (int i = 0; i < 3; ++i) world.step();
  std::cout << world.energy() << '\n';
}
