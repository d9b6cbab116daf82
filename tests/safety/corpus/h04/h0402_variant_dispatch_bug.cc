// The switch over index() has the alternatives in another order than the variant.
// oracle: debug

#include <cstdio>
#include <variant>
#include <vector>

struct Circle {
  double radius;
};
struct Square {
  double side;
};
struct Segment {
  double length;
};

using Figure = std::variant<Circle, Segment, Square>;

double Perimeter(const Figure& figure) {
  switch (figure.index()) {
    case 0:
      return 2 * 3.14159 * std::get<Circle>(figure).radius;
    case 1:
      return 4 * std::get<Square>(figure).side;  // expect?: H0402
    case 2:
      return std::get<Segment>(figure).length;  // expect?: H0402
    default:
      return 0;
  }
}

class Drawing {
 public:
  template <typename F>
  void add(F figure) {
    figures_.push_back(figure);
  }

  double ink() const {
    double sum = 0;
    for (const Figure& figure : figures_) sum += Perimeter(figure);
    return sum;
  }

 private:
  std::vector<Figure> figures_;
};

int main() {
  Drawing drawing;
  drawing.add(Circle{1.0});
  drawing.add(Square{2.0});
  drawing.add(Segment{3.0});
  std::printf("%.2f\n", drawing.ink());
}
