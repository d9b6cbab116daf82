// The canvas owns the circle, as a shape, when the pointer that it was made with is gone: it grows before it is let go.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

class Shape {
 public:
  virtual ~Shape() = default;
  virtual std::string describe() const = 0;
};

class Circle final : public Shape {
 public:
  explicit Circle(double radius) : radius_(radius) {}
  std::string describe() const override { return "circle of " + std::to_string(radius_); }
  void grow(double by) { radius_ += by; }

 private:
  double radius_;
};

class Canvas {
 public:
  Circle& draw(double radius) {
    auto circle = std::make_shared<Circle>(radius);
    Circle& drawn = *circle;
    current_ = std::move(circle);
    return drawn;
  }
  void draw(std::shared_ptr<Circle> circle) { current_ = std::move(circle); }
  void clear() { current_ = nullptr; }
  const Shape* current() const { return current_.get(); }

 private:
  std::shared_ptr<Shape> current_;
};

int main() {
  Canvas canvas;
  canvas.draw(1.5).grow(1);
  auto made = std::make_shared<Circle>(2.5);
  Circle& circle = *made;
  canvas.draw(std::move(made));
  circle.grow(1);
  canvas.clear();
  if (const Shape* shape = canvas.current()) std::puts(shape->describe().c_str());
  return 0;
}
