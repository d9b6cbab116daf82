// A service without a port of its own gets the default port.
// oracle: clean

#include <cstdio>
#include <map>
#include <optional>
#include <string>

class ServiceRegistry {
 public:
  void add(const std::string& name, std::optional<int> port) { ports_[name] = port; }

  std::optional<int> port_of(const std::string& name) const {
    auto found = ports_.find(name);
    if (found == ports_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string, std::optional<int>> ports_;
};

struct Endpoint {
  std::string host;
  int port;
};

Endpoint resolve(const ServiceRegistry& registry, const std::string& service) {
  Endpoint endpoint;
  endpoint.host = service + ".internal";
  std::optional<int> port = registry.port_of(service);
  endpoint.port = port.value_or(8080);
  return endpoint;
}

int main() {
  ServiceRegistry registry;
  registry.add("billing", 9001);
  registry.add("search", std::nullopt);
  for (const char* service : {"billing", "search"}) {
    Endpoint endpoint = resolve(registry, service);
    std::printf("%s:%d\n", endpoint.host.c_str(), endpoint.port);
  }
}
