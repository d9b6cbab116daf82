// The vector of shapes goes out of scope, and the shapes it points to stay allocated.
// oracle: lsan

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
  std::vector<Shape*> shapes;
  for (int i = 1; i <= count; ++i) {
    if (i % 2 == 0) {
      shapes.push_back(new Rectangle(i, 2.0));  // expect?: H0107
    } else {
      shapes.push_back(new Disc(i));  // expect?: H0107
    }
  }
  double sum = 0;
  for (const Shape* shape : shapes) sum += shape->area();
  return sum;
}

int main() { std::printf("%.2f\n", covered(3)); }
