// find() points into the vector of entities, and the caller deletes what it found.
// oracle: asan

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

struct Entity {
  int id;
  std::string kind;
  int health;
};

class World {
 public:
  void spawn(std::string kind, int health) { entities_.push_back({++last_id_, std::move(kind), health}); }

  Entity* find(int id) {
    auto found = std::find_if(entities_.begin(), entities_.end(), [id](const auto& e) { return e.id == id; });
    return found == entities_.end() ? nullptr : &*found;
  }

  void remove(int id) {
    std::erase_if(entities_, [id](const Entity& entity) { return entity.id == id; });
  }

  std::size_t size() const { return entities_.size(); }

 private:
  std::vector<Entity> entities_;
  int last_id_ = 0;
};

void hit(World& world, int id, int damage) {
  Entity* entity = world.find(id);
  if (entity == nullptr) return;
  entity->health -= damage;
  if (entity->health <= 0) {
    delete entity;  // expect: H0104
  }
}

int main() {
  World world;
  world.spawn("wolf", 10);
  world.spawn("bear", 40);
  hit(world, 1, 15);
  hit(world, 2, 15);
  std::printf("%zu left\n", world.size());
}
