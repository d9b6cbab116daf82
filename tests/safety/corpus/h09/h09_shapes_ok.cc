// Virtual functions that keep nothing, and give a part of their object.
// oracle: clean
#include <iostream>
#include <memory>
#include <numbers>
#include <ostream>
#include <string>
#include <vector>

namespace [[hull::safe]] app {
class Canvas {
 public:
  void line(int x, int y) { lines_.push_back(std::to_string(x) + "," + std::to_string(y)); }
  std::size_t size() const { return lines_.size(); }
 private:
  std::vector<std::string> lines_;
};

class Shape {
 public:
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual void draw(Canvas& canvas) const = 0;
  virtual const std::string& name() const = 0;
};

class Circle final : public Shape {
 public:
  explicit Circle(double radius) : radius_(radius) {}
  double area() const override { return std::numbers::pi * radius_ * radius_; }
  void draw(Canvas& canvas) const override { canvas.line(0, static_cast<int>(radius_)); }
  const std::string& name() const override { return name_; }
 private:
  double radius_;
  std::string name_ = "circle";
};

class Square final : public Shape {
 public:
  explicit Square(double side) : side_(side) {}
  double area() const override { return side_ * side_; }
  void draw(Canvas& canvas) const override { canvas.line(1, static_cast<int>(side_)); }
  const std::string& name() const override { return name_; }
 private:
  double side_;
  std::string name_ = "square";
};

class Scene {
 public:
  void add(std::unique_ptr<Shape> shape) {
    if (shape) shapes_.push_back(std::move(shape));
  }
  double area() const {
    double sum = 0;
    for (const auto& shape : shapes_) sum += shape->area();
    return sum;
  }
  void draw(Canvas& canvas) const {
    for (const auto& shape : shapes_) {
      shape->draw(canvas);
      std::cout << shape->name() << '\n';
    }
  }
 private:
  std::vector<std::unique_ptr<Shape>> shapes_;
};
}  // namespace app
using namespace app;

[[hull::safe]] int main() {
  Scene scene;
  scene.add(std::make_unique<Circle>(1));
  scene.add(std::make_unique<Square>(2));
  Canvas canvas;
  scene.draw(canvas);
  std::cout << scene.area() << ' ' << canvas.size() << '\n';
  return 0;
}
