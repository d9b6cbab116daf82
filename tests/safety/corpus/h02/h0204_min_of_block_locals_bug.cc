// nearest refers to the smaller of two locals of the loop's body and is read after the loop.
// oracle: asan

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

struct Point {
  double x;
  double y;
};

struct Segment {
  Point a;
  Point b;
};

double distance(const Point& p, const Point& q) { return std::hypot(p.x - q.x, p.y - q.y); }

double nearest_end(const std::vector<Segment>& segments, const Point& mouse) {
  const double* nearest = nullptr;
  for (const Segment& segment : segments) {
    const double to_a = distance(segment.a, mouse);
    const double to_b = distance(segment.b, mouse);
    const double& here = std::min(to_a, to_b);
    if (here > 50) continue;
    nearest = &here;
    if (here < 1) break;
  }
  return nearest == nullptr ? -1 : *nearest;  // expect: H0204
}

int main() {
  const std::vector<Segment> outline = {{{0, 0}, {100, 0}}, {{100, 0}, {100, 80}}};
  std::printf("%.2f\n", nearest_end(outline, {300, 300}));
  std::printf("%.2f\n", nearest_end(outline, {97, 4}));
}
