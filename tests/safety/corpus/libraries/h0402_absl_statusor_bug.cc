// The error of a lookup is told, and the value is used all the same.
// oracle: library
// pkg-config: absl_statusor

#include <absl/status/statusor.h>

#include <cassert>
#include <iostream>
#include <map>
#include <string>

absl::StatusOr<int> port_of(const std::map<std::string, int>& services, const std::string& name) {
  const auto found = services.find(name);
  if (found == services.end()) return absl::NotFoundError(name);
  return found->second;
}

int main() {
  const std::map<std::string, int> services{{"http", 80}, {"ssh", 22}};
  const absl::StatusOr<int> port = port_of(services, "gopher");
  if (!port.ok()) std::cerr << port.status() << '\n';
  std::cout << *port << '\n';  // expect: H0402
}
