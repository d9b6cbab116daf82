// New entities wait in a vector of their own until the updates are over.
// oracle: clean

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
  void spawn(int energy) { born_.emplace_back(energy); }

  void step() {
    const std::size_t count = entities_.size();
    for (std::size_t i = 0; i < count; ++i) entities_[i].update(*this);
    entities_.insert(entities_.end(), born_.begin(), born_.end());
    born_.clear();
  }

  int energy() const {
    int sum = 0;
    for (const Entity& entity : entities_) sum += entity.energy();
    return sum;
  }

 private:
  std::vector<Entity> entities_;
  std::vector<Entity> born_;
};

void Entity::update(World& world) {
  ++age_;
  if (energy_ > 10) {
    world.spawn(energy_ / 2);
    energy_ -= energy_ / 2;
  }
}

int main() {
  World world;
  for (int energy : {4, 40, 12}) world.settle(energy);
  for (int i = 0; i < 3; ++i) world.step();
  std::cout << world.energy() << '\n';
}
