// The third part is read only where there is one.
// oracle: clean
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

static std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (true) {
    std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) {
      parts.emplace_back(text.substr(start));
      return parts;
    }
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
}

struct Version {
  int major = 0;
  int minor = 0;
  int patch = 0;
};

static Version parse(std::string_view text) {
  std::vector<std::string> parts = split(text, '.');
  Version version;
  if (parts.size() >= 2) {
    version.major = std::atoi(parts[0].c_str());
    version.minor = std::atoi(parts[1].c_str());
    if (parts.size() > 2) version.patch = std::atoi(parts[2].c_str());
  }
  return version;
}

int main() {
  Version version = parse("1.4");
  std::printf("%d.%d.%d\n", version.major, version.minor, version.patch);
  return 0;
}
