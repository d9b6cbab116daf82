// basename() borrows from its argument, which here is a string of this function.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>

std::string_view basename(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view path) {
  const std::string_view name = basename(path);
  return name.substr(0, name.find('.'));
}

class Source {
 public:
  Source(std::string root, std::string relative)
      : root_(std::move(root)), relative_(std::move(relative)), full_(root_ + "/" + relative_) {}

  std::string_view module_name() const {
    const std::string full = root_ + "/" + relative_;
    return stem(full);  // expect: H0201
  }

 private:
  std::string root_;
  std::string relative_;
  std::string full_;
};

int main() {
  const Source source("/home/build/workspace", "src/flow/worklist.test.cc");
  const std::string_view name = source.module_name();
  std::cout << name << ' ' << name.size() << '\n';
  return name == "worklist" ? 0 : 1;
}
