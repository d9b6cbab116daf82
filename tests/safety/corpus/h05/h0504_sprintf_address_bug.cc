// sprintf writes the four numbers of an address into a buffer for shorter ones.
// oracle: asan

#include <cstdint>
#include <cstdio>
#include <string>

struct Endpoint {
  std::uint8_t octets[4];
  std::uint16_t port;
};

std::string to_string(const Endpoint& endpoint) {
  char text[12];
  const std::uint8_t* o = endpoint.octets;
  const int port = endpoint.port;
  const int n = std::sprintf(text, "%d.%d.%d.%d:%d", o[0], o[1], o[2], o[3], port);  // expect: H0504
  return std::string(text, static_cast<std::size_t>(n));
}

bool is_local(const Endpoint& endpoint) { return endpoint.octets[0] == 10 || endpoint.octets[0] == 127; }

int main() {
  const Endpoint endpoints[] = {{{10, 0, 0, 1}, 80}, {{203, 118, 113, 254}, 8443}};
  for (const Endpoint& endpoint : endpoints) {
    std::printf("%s %s\n", to_string(endpoint).c_str(), is_local(endpoint) ? "local" : "remote");
  }
}
