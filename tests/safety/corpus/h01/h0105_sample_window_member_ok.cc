// A window of samples is allocated with new[] and deleted with delete[].
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>

class Window {
 public:
  explicit Window(int size) : samples_(new double[size]), size_(size) {}
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;
  ~Window() { delete[] samples_; }

  void add(double sample) {
    if (used_ == size_) grow();
    samples_[used_++] = sample;
  }
  double mean() const {
    double sum = 0;
    for (int i = 0; i < used_; ++i) sum += samples_[i];
    return used_ == 0 ? 0 : sum / used_;
  }

 private:
  void grow() {
    double* old = samples_;
    samples_ = new double[size_ * 2];
    std::copy(old, old + used_, samples_);
    size_ *= 2;
    delete[] old;
  }

  double* samples_;
  int size_;
  int used_ = 0;
};

class Sensors {
 public:
  void record(const std::string& name, double sample) {
    std::unique_ptr<Window>& window = windows_[name];
    if (!window) window = std::make_unique<Window>(2);
    window->add(sample);
  }
  void print() const {
    for (const auto& [name, window] : windows_) std::printf("%s %.1f\n", name.c_str(), window->mean());
  }

 private:
  std::map<std::string, std::unique_ptr<Window>> windows_;
};

int main() {
  Sensors sensors;
  for (int i = 0; i < 5; ++i) sensors.record(i % 2 == 0 ? "roof" : "cellar", i);
  sensors.print();
}
