// The concatenation has a name.
// oracle: clean

#include <cstdio>
#include <string>

struct Mount {
  std::string root;
  bool read_only;
};

bool has_extension(const char* path, char last) {
  const char* end = path;
  while (*end != '\0') ++end;
  return end != path && end[-1] == last;
}

int count_sources(const Mount& mount, const char* const* names, int count) {
  int sources = 0;
  for (int i = 0; i < count; ++i) {
    const std::string full = mount.root + "/" + names[i];
    const char* path = full.c_str();
    if (mount.read_only && names[i][0] == '.') continue;
    if (has_extension(path, 'c')) ++sources;
  }
  return sources;
}

int main() {
  const Mount mount{"/mnt/projects/checker/src", true};
  const char* const names[] = {".git", "main.cc", "README.md", "flow.c"};
  std::printf("%d sources\n", count_sources(mount, names, 4));
}
