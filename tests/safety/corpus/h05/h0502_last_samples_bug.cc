// The loop goes by the size of a std::array that is a member, and reads one more.
// oracle: debug
#include <array>
#include <cstddef>
#include <cstdio>

struct Sensor {
  std::array<int, 3> samples;
  int gain;
};

class Board {
 public:
  Board() : sensors_{{{{1, 2, 3}, 2}, {{4, 5, 6}, 1}}} {}
  int total() const {
    int all = 0;
    for (const Sensor& sensor : sensors_) all += sum(&sensor);
    return all;
  }

 private:
  static int sum(const Sensor* sensor) {
    int all = 0;
    for (std::size_t i = 0; i <= sensor->samples.size(); ++i) {
      const int& sample = sensor->samples[i];  // expect: H0502
      if (sample < 0) break;
      all += sample * sensor->gain;
    }
    return all;
  }
  std::array<Sensor, 2> sensors_;
};

int main() {
  const Board board;
  std::printf("%d\n", board.total());
  return board.total() == 27 ? 0 : 1;
}
