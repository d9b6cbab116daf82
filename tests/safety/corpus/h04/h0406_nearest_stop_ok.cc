// The nearest stop is looked for beginning with the largest distance that there is: the first one is nearer.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <limits>

struct Stop {
  int id;
  std::int64_t x;
};

struct Nearest {
  int id;
  std::int64_t away;
};

static Nearest nearest(const Stop (&stops)[3], std::int64_t x) {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  Nearest found;
  for (const Stop& stop : stops) {
    const std::int64_t away = stop.x < x ? x - stop.x : stop.x - x;
    if (away < best) {
      best = away;
      found.id = stop.id;
      found.away = away;
    }
  }
  return found;
}

static int cheapest(const double (&fares)[3]) {
  double best = std::numeric_limits<double>::infinity();
  int at;
  for (int i = 0; i < 3; ++i) {
    if (fares[i] < best) {
      best = fares[i];
      at = i;
    }
  }
  return at;
}

int main() {
  const Stop stops[] = {{7, 100}, {8, 250}, {9, 400}};
  const double fares[] = {2.5, 1.5, 3.5};
  const Nearest found = nearest(stops, 300);
  if (found.id == 8) std::printf("%d %d\n", static_cast<int>(found.away), cheapest(fares));
  return 0;
}
