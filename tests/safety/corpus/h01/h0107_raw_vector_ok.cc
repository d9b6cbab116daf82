// The vector owns its shapes.
// oracle: clean

#include <cstdio>
#include <memory>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};

struct Rectangle : Shape {
  Rectangle(double width, double height) : width(width), height(height) {}
  double area() const override { return width * height; }
  double width, height;
};

struct Disc : Shape {
  explicit Disc(double radius) : radius(radius) {}
  double area() const override { return 3.14159 * radius * radius; }
  double radius;
};

double covered(int count) {
  std::vector<std::unique_ptr<Shape>> shapes;
  for (int i = 1; i <= count; ++i) {
    if (i % 2 == 0) {
      shapes.push_back(std::make_unique<Rectangle>(i, 2.0));
    } else {
      shapes.push_back(std::make_unique<Disc>(i));
    }
  }
  double sum = 0;
  for (const auto& shape : shapes) sum += shape->area();
  return sum;
}

int main() { std::printf("%.2f\n", covered(3)); }
