// The unique_ptr is kept.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};

struct Square final : Shape {
  explicit Square(double side) : side(side) {}
  double area() const override { return side * side; }
  double side;
};

struct Circle final : Shape {
  explicit Circle(double radius) : radius(radius) {}
  double area() const override { return 3.14159 * radius * radius; }
  double radius;
};

std::unique_ptr<Shape> make_shape(const std::string& kind, double size) {
  if (kind == "square") return std::make_unique<Square>(size);
  if (kind == "circle") return std::make_unique<Circle>(size);
  return nullptr;
}

int main() {
  double total = 0;
  for (const char* kind : {"square", "triangle", "circle"}) {
    const auto shape = make_shape(kind, 2);
    if (shape == nullptr) continue;
    total += shape->area();
  }
  std::printf("%.2f\n", total);
}
