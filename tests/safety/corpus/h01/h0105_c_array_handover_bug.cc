// The array comes from new[] where the library's documentation asks for malloc().
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

extern "C" {
struct plot {
  double* points;
  size_t count;
};

// Takes the points, which must come from malloc().
static void plot_take(struct plot* plot, double* points, size_t count) {
  std::free(plot->points);
  plot->points = points;
  plot->count = count;
}

static void plot_close(struct plot* plot) {
  std::free(plot->points);  // expect?: H0105
  std::memset(plot, 0, sizeof *plot);
}
}

class Sampler {
 public:
  Sampler(double from, double to) : from_(from), to_(to) {}

  void into(plot& plot, std::size_t count) const {
    auto* points = new double[count];  // expect?: H0105
    for (std::size_t i = 0; i < count; ++i) {
      double x = from_ + (to_ - from_) * static_cast<double>(i) / static_cast<double>(count - 1);
      points[i] = x * x;
    }
    plot_take(&plot, points, count);  // expect?: H0105
  }

 private:
  double from_, to_;
};

int main() {
  plot plot = {};
  Sampler(0, 4).into(plot, 5);
  std::printf("%.1f\n", plot.points[plot.count - 1]);
  plot_close(&plot);
}
