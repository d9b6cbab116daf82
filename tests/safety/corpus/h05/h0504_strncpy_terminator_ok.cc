// The field has room for the end.
// oracle: clean
#include <cstdio>
#include <cstring>

struct Entry {
  char* name;
  int size;
};

static Entry make_entry(const char* name) {
  std::size_t length = std::strlen(name);
  Entry entry{new char[length + 1], static_cast<int>(length)};
  std::strcpy(entry.name, name);
  return entry;
}

int main() {
  Entry entry = make_entry("archive.tar");
  std::printf("%s %d\n", entry.name, entry.size);
  delete[] entry.name;
  return 0;
}
