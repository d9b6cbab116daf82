// The name is bound to a part of the configuration that the ternary has copied.
// oracle: asan

#include <iostream>
#include <string>

struct Endpoint {
  std::string host;
  int port;

  const std::string& name() const { return host; }
};

struct Config {
  Endpoint primary;
  Endpoint secondary;
};

Endpoint discover(const std::string& zone) { return {"discovered-by-multicast." + zone, 9000}; }

std::string connect(const Config& config, int attempt) {
  const std::string& host =
      (attempt < 2 ? config.primary : discover("example.org")).name();  // expect?: H0203
  std::string line = "attempt " + std::to_string(attempt) + ": ";
  line += host;  // expect?: H0203
  return line;
}

int main() {
  const Config config{{"primary-of-the-two.example.org", 80}, {"secondary-of-the-two.example.org", 80}};
  for (int attempt = 1; attempt < 4; ++attempt) std::cout << connect(config, attempt) << '\n';
}
