// The switch has no case for one of the units, and the factor it should set is multiplied with.
// oracle: msan

#include <cstdio>

enum class Unit { kMetre, kKilometre, kMile, kNauticalMile };

struct Leg {
  double length;
  Unit unit;
};

struct Trip {
  Leg legs[4];
  int count;
};

bool IsLong(double metres) { return metres > 10'000; }

double ToMetres(const Leg& leg) {
  double factor;
  switch (leg.unit) {
    case Unit::kMetre:
      factor = 1.0;
      break;
    case Unit::kKilometre:
      factor = 1000.0;
      break;
    case Unit::kMile:
      factor = 1609.344;
      break;
  }
  return leg.length * factor;  // expect: H0405
}

int CountLong(const Trip& trip) {
  int count = 0;
  for (int i = 0; i < trip.count; ++i) count += IsLong(ToMetres(trip.legs[i]));
  return count;
}

int main() {
  Trip trip = {{{12, Unit::kKilometre}, {300, Unit::kMetre}, {20, Unit::kNauticalMile}}, 3};
  std::printf("%d long legs\n", CountLong(trip));
}
