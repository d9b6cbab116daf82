// Both lists are gone through for as long as the first one is.
// oracle: debug
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

int matches(const std::vector<std::string>& mine, const std::vector<std::string>& yours) {
  int same = 0;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] == yours[i]) ++same;  // expect: H0502
  }
  return same;
}

struct Guest {
  std::string name;
  std::vector<std::string> songs;
};

int main() {
  const Guest ada{"Ada", {"one", "two", "three"}};
  const Guest bob{"Bob", {"one", "too"}};
  std::printf("%s %s %d\n", ada.name.c_str(), bob.name.c_str(), matches(ada.songs, bob.songs));
}
