// Shapes of any kind are kept as values, and copied with the list of them.
// oracle: clean
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

class Shape {
 public:
  template <class S>
  explicit Shape(S shape) : kept_(new Kept<S>(std::move(shape))) {}
  Shape(const Shape& other) : kept_(other.kept_->copy()) {}
  Shape& operator=(const Shape& other) {
    if (this != &other) {
      Any* copy = other.kept_->copy();
      delete kept_;
      kept_ = copy;
    }
    return *this;
  }
  ~Shape() { delete kept_; }
  double area() const { return kept_->area(); }

 private:
  struct Any {
    virtual ~Any() = default;
    virtual double area() const = 0;
    virtual Any* copy() const = 0;
  };
  template <class S>
  struct Kept final : Any {
    explicit Kept(S s) : shape(std::move(s)) {}
    double area() const override { return shape.area(); }
    Any* copy() const override { return new Kept(shape); }
    S shape;
  };
  Any* kept_;
};

struct Square {
  double side;
  double area() const { return side * side; }
};

int main() {
  std::vector<Shape> drawn;
  drawn.emplace_back(Square{2});
  std::vector<Shape> copies = drawn;
  copies[0] = Shape(Square{3});
  std::printf("%g %g\n", drawn[0].area(), copies[0].area());
  return 0;
}
