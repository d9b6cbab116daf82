// The service keeps its own options.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>

struct Options {
  std::string name = "service";
  int workers = 4;
  bool verbose = false;
};

class Service {
 public:
  explicit Service(const Options& options) : options_(options) {}

  int start() {
    for (int i = 0; i < options_.workers; ++i) ++running_;
    return running_;
  }

 private:
  const Options options_;
  int running_ = 0;
};

std::unique_ptr<Service> make_service(int cores) {
  Options options;
  options.name += std::to_string(cores);
  if (cores > 8) options.workers = cores / 2;
  return std::make_unique<Service>(options);
}

int main() {
  const auto service = make_service(24);
  std::printf("%d workers\n", service->start());
}
