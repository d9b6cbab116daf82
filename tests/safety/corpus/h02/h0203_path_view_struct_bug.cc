// A view class of this program is constructed from a concatenation.
// oracle: asan

#include <iostream>
#include <string>

class PathView {
 public:
  PathView(const std::string& path) : begin_(path.data()), end_(begin_ + path.size()) {}

  bool pop(std::string& part) {
    while (begin_ != end_ && *begin_ == '/') ++begin_;  // expect?: H0203
    if (begin_ == end_) return false;
    const char* from = begin_;
    while (begin_ != end_ && *begin_ != '/') ++begin_;
    part.assign(from, begin_);
    return true;
  }

 private:
  const char* begin_;
  const char* end_;
};

int depth(const std::string& root, const std::string& relative) {
  PathView path(root + "/" + relative);  // expect?: H0203
  std::string part;
  int depth = 0;
  while (path.pop(part)) {  // expect?: H0203
    if (part == "..") {
      --depth;
    } else if (part != ".") {
      ++depth;
    }
  }
  return depth;
}

int main() { std::cout << depth("/home/ada/projects", "engine/../notes/./bernoulli") << '\n'; }
