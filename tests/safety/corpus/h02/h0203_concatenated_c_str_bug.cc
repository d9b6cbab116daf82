// The pointer is to the characters of a concatenation that is gone at the semicolon.
// oracle: asan

#include <cstdio>
#include <string>

struct Mount {
  std::string root;
  bool read_only;
};

bool has_extension(const char* path, char last) {
  const char* end = path;
  while (*end != '\0') ++end;  // expect?: H0203
  return end != path && end[-1] == last;
}

int count_sources(const Mount& mount, const char* const* names, int count) {
  int sources = 0;
  for (int i = 0; i < count; ++i) {
    const char* path = (mount.root + "/" + names[i]).c_str();  // expect?: H0203
    if (mount.read_only && names[i][0] == '.') continue;
    if (has_extension(path, 'c')) ++sources;  // expect?: H0203
  }
  return sources;
}

int main() {
  const Mount mount{"/mnt/projects/checker/src", true};
  const char* const names[] = {".git", "main.cc", "README.md", "flow.c"};
  std::printf("%d sources\n", count_sources(mount, names, 4));
}
