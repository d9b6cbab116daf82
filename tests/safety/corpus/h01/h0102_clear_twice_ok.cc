// clear() also empties the vector.
// oracle: clean

#include <cstdio>
#include <vector>

class Sprite {
 public:
  Sprite(int x, int y) : x_(x), y_(y) {}
  virtual ~Sprite() = default;
  virtual void step() { ++x_; }
  int x() const { return x_; }

 protected:
  int x_, y_;
};

class Rocket : public Sprite {
 public:
  using Sprite::Sprite;
  void step() override { x_ += 10; }
};

class Scene {
 public:
  Scene() = default;
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  ~Scene() { clear(); }

  void add(Sprite* sprite) { sprites_.push_back(sprite); }

  void clear() {
    for (Sprite* sprite : sprites_) {
      delete sprite;
    }
    sprites_.clear();
    farthest_ = 0;
  }

  int step() {
    for (Sprite* sprite : sprites_) {
      sprite->step();
      if (sprite->x() > farthest_) farthest_ = sprite->x();
    }
    return farthest_;
  }

 private:
  std::vector<Sprite*> sprites_;
  int farthest_ = 0;
};

int main() {
  Scene scene;
  scene.add(new Sprite(0, 0));
  scene.add(new Rocket(5, 1));
  int farthest = scene.step();
  scene.clear();
  std::printf("%d\n", farthest);
}
