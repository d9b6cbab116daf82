// The walk ends at the root.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Directory {
  std::string name;
  Directory* parent = nullptr;
  std::vector<std::unique_ptr<Directory>> children;

  Directory* add(std::string child) {
    children.push_back(std::make_unique<Directory>());
    children.back()->name = std::move(child);
    children.back()->parent = this;
    return children.back().get();
  }
};

static Directory* enclosing(const Directory& directory) {
  if (directory.name == "/") return nullptr;
  return directory.parent;
}

static std::size_t siblings(const Directory& directory) {
  const Directory* parent = enclosing(directory);
  return parent ? parent->children.size() - 1 : 0;
}

int main() {
  Directory root;
  root.name = "/";
  Directory* usr = root.add("usr");
  std::printf("%zu\n", siblings(*usr));
  std::printf("%zu\n", siblings(root));
  return 0;
}
