// Both arms of the ternary are lvalues, so nothing is copied.
// oracle: clean

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
  const Endpoint discovered = discover("example.org");
  const std::string& host = (attempt < 2 ? config.primary : discovered).name();
  std::string line = "attempt " + std::to_string(attempt) + ": ";
  line += host;
  return line;
}

int main() {
  const Config config{{"primary-of-the-two.example.org", 80}, {"secondary-of-the-two.example.org", 80}};
  for (int attempt = 1; attempt < 4; ++attempt) std::cout << connect(config, attempt) << '\n';
}
