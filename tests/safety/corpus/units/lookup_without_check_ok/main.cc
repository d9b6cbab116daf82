// The result of the lookup is checked.
// oracle: clean
#include <cstdio>

#include "registry.h"

static int version_of(const Registry& registry, const std::string& name) {
  const Driver* driver = registry.find(name);
  return driver ? driver->version : 0;
}

int main() {
  Registry registry;
  registry.add("disk", 4);
  std::printf("%d\n", version_of(registry, "disk"));
  std::printf("%d\n", version_of(registry, "network"));
}
