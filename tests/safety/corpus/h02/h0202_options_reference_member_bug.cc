// The service is made in a helper and keeps a reference to the helper's local options.
// oracle: asan

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
  explicit Service(const Options& options) : options_(options) {}  // expect?: H0202

  int start() {
    for (int i = 0; i < options_.workers; ++i) ++running_;  // expect?: H0202
    return running_;
  }

 private:
  const Options& options_;
  int running_ = 0;
};

std::unique_ptr<Service> make_service(int cores) {
  Options options;
  options.name += std::to_string(cores);
  if (cores > 8) options.workers = cores / 2;
  return std::make_unique<Service>(options);  // expect?: H0202
}

int main() {
  const auto service = make_service(24);
  std::printf("%d workers\n", service->start());  // expect?: H0202
}
