// The limits are borrowed from the configuration that reload() then replaces.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>

struct Limits {
  int connections = 64;
  int body_kib = 256;
};

struct Config {
  std::string name;
  Limits limits;
};

class Service {
 public:
  explicit Service(std::string name) : config_(std::make_unique<Config>()) {
    config_->name = std::move(name);
  }

  void reload(int connections) {
    auto fresh = std::make_unique<Config>();
    fresh->name = config_->name;
    fresh->limits.connections = connections;
    config_ = std::move(fresh);
    ++generation_;
  }

  const Limits* limits() const { return &config_->limits; }
  int generation() const { return generation_; }

 private:
  std::unique_ptr<Config> config_;
  int generation_ = 0;
};

bool admit(Service& service, int open) {
  const Limits* limits = service.limits();
  if (open > 100 && service.generation() == 0) service.reload(200);
  return open < limits->connections;  // expect: H0103
}

int main() {
  Service service("edge");
  std::printf("%d\n", admit(service, 120));
}
