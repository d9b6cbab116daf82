// One of the shapes given to the canvas, which deletes its shapes, is a local variable.
// oracle: asan

#include <cstdio>
#include <vector>

class Shape {
 public:
  virtual ~Shape() = default;
  virtual int Cells() const = 0;
};

class Box : public Shape {
 public:
  Box(int width, int height) : width_(width), height_(height) {}
  int Cells() const override { return width_ * height_; }

 private:
  int width_, height_;
};

void Dispose(Shape* shape) {
  if (shape->Cells() > 0) {
    delete shape;  // expect?: H0104
  }
}

int Paint(int boxes) {
  Box frame(80, 25);
  std::vector<Shape*> shapes = {&frame};  // expect?: H0104
  for (int i = 1; i <= boxes; ++i) shapes.push_back(new Box(i, i));
  int cells = 0;
  while (!shapes.empty()) {
    Shape* top = shapes.back();
    shapes.pop_back();
    cells += top->Cells();
    Dispose(top);  // expect?: H0104
  }
  return cells;
}

int main() { std::printf("%d\n", Paint(3)); }
