// The buffer has room for the slash and the end too.
// oracle: clean

#include <cstdio>
#include <cstring>
#include <memory>

class PathBuilder {
 public:
  explicit PathBuilder(const char* directory) : directory_(directory) {}

  std::unique_ptr<char[]> join(const char* name) const {
    const std::size_t length = std::strlen(directory_) + std::strlen(name);
    std::unique_ptr<char[]> path(new char[length + 2]);
    std::strcpy(path.get(), directory_);
    if (path[std::strlen(path.get()) - 1] != '/') std::strcat(path.get(), "/");
    std::strcat(path.get(), name);
    return path;
  }

 private:
  const char* directory_;
};

int main() {
  const PathBuilder root("/");
  const PathBuilder home("/home/ada");
  const auto first = root.join("bin");
  const auto second = home.join("notes");
  std::printf("%s %s\n", first.get(), second.get());
}
