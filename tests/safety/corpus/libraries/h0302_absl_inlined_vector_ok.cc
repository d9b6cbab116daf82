// The root is copied.
// oracle: clean
// pkg-config: absl_inlined_vector

#include <absl/container/inlined_vector.h>

#include <iostream>
#include <string>

std::size_t length(const char* path) {
  absl::InlinedVector<std::string, 4> parts;
  parts.assign({"root", "of", "the", "whole", "file", "system"});
  const std::string root = parts.front();
  for (std::string part; *path; ++path) {
    if (*path == '/') {
      parts.push_back(part);
      part.clear();
    } else {
      part += *path;
    }
  }
  return root.size() + parts.size();
}

int main() {
  std::cout << length("usr/share/doc/hull/design/safety/") << '\n';
}
