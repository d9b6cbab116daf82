// The upper end of the search is the size, and it is looked at.
// oracle: debug
#include <cstdio>
#include <vector>

struct Release {
  int number;
  const char* name;
};

const char* name_of(const std::vector<Release>& releases, int number) {
  int low = 0;
  int high = static_cast<int>(releases.size());
  while (low <= high) {
    const int middle = low + (high - low) / 2;
    const Release& release = releases[static_cast<std::size_t>(middle)];  // expect?: H0501
    if (release.number == number) return release.name;
    if (release.number < number) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return "none";
}

int main() {
  const std::vector<Release> releases = {{10, "buster"}, {11, "bullseye"}, {12, "bookworm"}};
  std::printf("%s\n", name_of(releases, 11));
  std::printf("%s\n", name_of(releases, 13));
}
