// The factory returns a null unique_ptr for a kind it does not know, and its area is asked for.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string_view>

class Shape {
 public:
  virtual ~Shape() = default;
  virtual double area() const = 0;
};

class Square : public Shape {
 public:
  explicit Square(double side) : side_(side) {}
  double area() const override { return side_ * side_; }

 private:
  double side_;
};

class Disc : public Shape {
 public:
  explicit Disc(double radius) : radius_(radius) {}
  double area() const override { return 3.14159 * radius_ * radius_; }

 private:
  double radius_;
};

std::unique_ptr<Shape> make_shape(std::string_view kind, double size) {
  if (kind == "square") return std::make_unique<Square>(size);
  if (kind == "disc") return std::make_unique<Disc>(size);
  return nullptr;
}

double total_area(const std::string_view* kinds, int count, double size) {
  double total = 0;
  for (int i = 0; i < count; ++i) {
    auto shape = make_shape(kinds[i], size);
    total += shape->area();  // expect: H0403
  }
  return total;
}

int main() {
  const std::string_view kinds[] = {"square", "disc", "hexagon"};
  std::printf("%.2f\n", total_area(kinds, 3, 2.0));
}
