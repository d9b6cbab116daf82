// A snapshot has room for three counters behind a padding, and four are read.
// oracle: asan
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

class Snapshot {
 public:
  std::uint64_t operator[](std::size_t at) const { return values_[kPadding + at]; }
  void read() {
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = 10 * i;
  }

 private:
  static constexpr std::size_t kPadding = 1;
  std::array<std::uint64_t, kPadding + 3> values_ = {};
};

class Measurement {
 public:
  static void ask_for(const std::vector<std::string>& names) { names_ = names; }
  void start() { start_.read(); }
  void stop(std::vector<std::pair<std::string, double>>& measured) {
    end_.read();
    for (std::size_t i = 0; i < 4 && i < names_.size(); ++i) {
      const double value = static_cast<double>(end_[i]) - static_cast<double>(start_[i]);  // expect: H0501
      measured.emplace_back(names_[i], value);
    }
  }

 private:
  static inline std::vector<std::string> names_;
  Snapshot start_, end_;
};

int main() {
  Measurement::ask_for({"cycles", "instructions", "misses", "branches"});
  Measurement measurement;
  std::vector<std::pair<std::string, double>> measured;
  measurement.stop(measured);
  std::printf("%zu counters, %.0f misses\n", measured.size(), measured[2].second);
  return measured.size() == 4 ? 0 : 1;
}
