// The concatenation is kept in a string as long as its view.
// oracle: clean

#include <iostream>
#include <string>

class PathView {
 public:
  PathView(const std::string& path) : begin_(path.data()), end_(begin_ + path.size()) {}

  bool pop(std::string& part) {
    while (begin_ != end_ && *begin_ == '/') ++begin_;
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
  const std::string whole = root + "/" + relative;
  PathView path(whole);
  std::string part;
  int depth = 0;
  while (path.pop(part)) {
    if (part == "..") {
      --depth;
    } else if (part != ".") {
      ++depth;
    }
  }
  return depth;
}

int main() { std::cout << depth("/home/ada/projects", "engine/../notes/./bernoulli") << '\n'; }
