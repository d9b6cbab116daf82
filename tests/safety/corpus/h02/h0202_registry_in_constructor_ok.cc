// The destructor takes the gauge out again.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

class Gauge;

std::map<std::string, Gauge*>& registry() {
  static std::map<std::string, Gauge*> gauges;
  return gauges;
}

class Gauge {
 public:
  explicit Gauge(std::string name) : name_(std::move(name)) { registry()[name_] = this; }
  Gauge(const Gauge&) = delete;
  Gauge& operator=(const Gauge&) = delete;
  ~Gauge() { registry().erase(name_); }

  void set(long value) { value_ = value; }
  long value() const { return value_; }

 private:
  std::string name_;
  long value_ = 0;
};

long report() {
  long total = 0;
  for (const auto& [name, gauge] : registry()) total += gauge->value();
  return total;
}

long measure_startup() {
  Gauge files("files");
  Gauge symbols("symbols");
  files.set(120);
  symbols.set(48000);
  return report();
}

int main() {
  std::printf("%ld\n", measure_startup());
  Gauge memory("memory");
  memory.set(64);
  std::printf("%ld\n", report());
}
