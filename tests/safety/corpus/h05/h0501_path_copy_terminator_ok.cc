// A copy of a path has room for its characters and the end of the text.
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

namespace {

char* parent_of(const char* path) {
  const char* slash = std::strrchr(path, '/');
  const std::size_t length = slash ? static_cast<std::size_t>(slash - path) : 0;
  char* parent = static_cast<char*>(std::malloc(length + 1));
  if (!parent) return nullptr;
  for (std::size_t i = 0; i < length; ++i) parent[i] = path[i];
  parent[length] = 0;
  return parent;
}

}  // namespace

int main() {
  for (const char* path : {"/var/log/syslog", "/etc/hosts", "/usr/share/doc/README.txt"}) {
    char* parent = parent_of(path);
    if (!parent) return 1;
    std::printf("%s\n", parent);
    std::free(parent);
  }
}
