#pragma once

#include <map>
#include <string>

struct Driver {
  std::string name;
  int version;
};

class Registry {
 public:
  void add(const std::string& name, int version);
  const Driver* find(const std::string& name) const;

 private:
  std::map<std::string, Driver> drivers_;
};
