// The data member is named itself, so the whole temporary lives on.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Manifest {
  std::string package;
  std::vector<std::string> sources;

  const std::vector<std::string>& files() const { return sources; }
};

Manifest parse_manifest(const std::string& text) {
  Manifest manifest;
  std::string word;
  for (char c : text + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (manifest.package.empty()) {
      manifest.package = word;
    } else {
      manifest.sources.push_back(word);
    }
    word.clear();
  }
  return manifest;
}

int main() {
  const auto& files = parse_manifest("hull src/main.cc src/graph.cc src/store.cc").sources;
  std::size_t longest = 0;
  for (const std::string& file : files) {
    if (file.size() > longest) longest = file.size();
  }
  std::cout << longest << '\n';
}
