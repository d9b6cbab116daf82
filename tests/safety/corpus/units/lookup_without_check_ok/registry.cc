#include "registry.h"

void Registry::add(const std::string& name, int version) { drivers_[name] = {name, version}; }

const Driver* Registry::find(const std::string& name) const {
  const auto found = drivers_.find(name);
  if (found == drivers_.end()) return nullptr;
  return &found->second;
}
