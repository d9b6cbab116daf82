// The C string is taken after the last change.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <string>

class OutputFile {
 public:
  OutputFile(const std::string& directory, const std::string& name) : path_(directory + "/" + name) {}

  const char* path() const { return path_.c_str(); }

  void set_extension(const char* extension) {
    const auto dot = path_.rfind('.');
    if (dot != std::string::npos) path_.erase(dot);
    path_ += extension;
  }

 private:
  std::string path_;
};

std::size_t describe(const char* path) { return std::strlen(path); }

int main() {
  OutputFile file("build/debug/objects", "scanner.cc");
  file.set_extension(".preprocessed.and.compiled.o");
  const char* path = file.path();
  const std::size_t length = describe(path);
  std::printf("%zu\n", length);
  return length > 8 ? 0 : 1;
}
