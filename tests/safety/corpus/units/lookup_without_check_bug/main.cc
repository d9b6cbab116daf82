// The lookup in another unit returns null for what it does not know, and nobody asks.
// oracle: asan
#include <cstdio>

#include "registry.h"

static int version_of(const Registry& registry, const std::string& name) {
  const Driver* driver = registry.find(name);
  return driver->version;  // expect: H0401
}

int main() {
  Registry registry;
  registry.add("disk", 4);
  std::printf("%d\n", version_of(registry, "disk"));
  std::printf("%d\n", version_of(registry, "network"));
}
