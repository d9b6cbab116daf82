// The last character of a path is looked at that may have none.
// oracle: debug
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

std::string joined(std::string_view directory, std::string_view name) {
  std::string path(directory);
  if (directory[directory.size() - 1] != '/') path += '/';  // expect: H0501
  return path.append(name);
}

class Tree {
 public:
  explicit Tree(std::string root) : root_(std::move(root)) {}
  void add(std::string_view name) { files_.push_back(joined(root_, name)); }
  const std::vector<std::string>& files() const { return files_; }

 private:
  std::string root_;
  std::vector<std::string> files_;
};

int main() {
  Tree home("/home/ada");
  home.add("notes");
  Tree here("");
  here.add("makefile");
  std::cout << home.files()[0] << ' ' << here.files()[0] << '\n';
}
