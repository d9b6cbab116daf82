// A shape that was looked up is drawn before the scene deletes all its shapes.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

struct Shape {
  std::string name;
  int corners;
};

class Scene {
 public:
  Scene() = default;
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  ~Scene() { reset(); }

  void add(const char* name, int corners) { shapes_.push_back(new Shape{name, corners}); }
  const Shape* largest() const {
    const Shape* best = nullptr;
    for (const Shape* shape : shapes_) {
      if (!best || shape->corners > best->corners) best = shape;
    }
    return best;
  }
  Shape* at(std::size_t index) { return shapes_[index]; }
  void reset() {
    for (std::size_t i = 0; i < shapes_.size(); ++i) delete shapes_[i];
    shapes_.clear();
  }

 private:
  std::vector<Shape*> shapes_;
};

int replace_all(Scene& scene) {
  Shape* first = scene.at(0);
  const int corners = first->corners;
  scene.reset();
  return corners;
}

int main() {
  Scene scene;
  scene.add("triangle", 3);
  scene.add("square", 4);
  std::printf("%d\n", replace_all(scene));
  std::printf("%d\n", scene.largest() ? 1 : 0);
}
