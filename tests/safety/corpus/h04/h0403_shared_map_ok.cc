// A level that is missing in the map is loaded first.
// oracle: clean

#include <cstdio>
#include <map>
#include <memory>
#include <string>

struct Level {
  std::string name;
  int monsters = 0;
};

class World {
 public:
  std::shared_ptr<Level> load(const std::string& name, int monsters) {
    auto level = std::make_shared<Level>(Level{name, monsters});
    levels_[name] = level;
    return level;
  }

  int enter(const std::string& name) {
    auto& level = levels_[name];
    if (!level) level = std::make_shared<Level>(Level{name, 0});
    level->monsters += difficulty_;
    ++difficulty_;
    return level->monsters;
  }

 private:
  std::map<std::string, std::shared_ptr<Level>> levels_;
  int difficulty_ = 1;
};

int main() {
  World world;
  world.load("cellar", 3);
  int met = world.enter("cellar");
  met += world.enter("attic");
  std::printf("%d\n", met);
}
