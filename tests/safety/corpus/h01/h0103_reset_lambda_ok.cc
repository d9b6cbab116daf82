// The loop ends when the lambda has reset the owner.
// oracle: clean

#include <cstdio>
#include <memory>

class Enemy {
 public:
  explicit Enemy(int health) : health_(health) {}
  int hit(int damage) { return health_ -= damage; }

 private:
  int health_;
};

struct Arena {
  std::unique_ptr<Enemy> boss;
  int score = 0;
};

int play(Arena& arena, int shots) {
  Enemy* target = arena.boss.get();
  auto defeat = [&arena] {
    arena.boss.reset();
    arena.score += 100;
  };
  int fired = 0;
  while (fired < shots) {
    ++fired;
    if (target->hit(40) <= 0) {
      defeat();
      break;
    }
  }
  return fired;
}

int main() {
  Arena arena{std::make_unique<Enemy>(90)};
  int fired = play(arena, 5);
  std::printf("%d shots, score %d\n", fired, arena.score);
}
