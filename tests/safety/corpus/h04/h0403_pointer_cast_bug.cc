// dynamic_pointer_cast gives an empty pointer for a sensor that is no thermometer.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class Sensor {
 public:
  explicit Sensor(std::string room) : room_(std::move(room)) {}
  virtual ~Sensor() = default;
  const std::string& room() const { return room_; }

 private:
  std::string room_;
};

class Thermometer : public Sensor {
 public:
  Thermometer(std::string room, double celsius) : Sensor(std::move(room)), celsius_(celsius) {}
  double celsius() const { return celsius_; }

 private:
  double celsius_;
};

class SmokeDetector : public Sensor {
 public:
  using Sensor::Sensor;
  bool alarm() const { return false; }
};

double warmest(const std::vector<std::shared_ptr<Sensor>>& sensors) {
  double warmest = -273.15;
  for (const auto& sensor : sensors) {
    if (sensor->room() == "outside") continue;
    auto thermometer = std::dynamic_pointer_cast<Thermometer>(sensor);
    double celsius = thermometer->celsius();  // expect: H0403
    if (celsius > warmest) warmest = celsius;
  }
  return warmest;
}

int main() {
  std::vector<std::shared_ptr<Sensor>> sensors = {
      std::make_shared<Thermometer>("kitchen", 21.5),
      std::make_shared<SmokeDetector>("outside"),
      std::make_shared<SmokeDetector>("hall"),
  };
  std::printf("%.1f\n", warmest(sensors));
}
