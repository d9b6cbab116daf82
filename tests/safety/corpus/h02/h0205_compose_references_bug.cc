// The composed function refers to the two functions that compose() got by value.
// oracle: asan

#include <functional>
#include <iostream>
#include <string>

using Filter = std::function<std::string(std::string)>;

Filter compose(Filter first, Filter second) {
  if (!first) return second;
  if (!second) return first;
  return [&first, &second](std::string text) {  // expect?: H0205
    return second(first(std::move(text)));
  };
}

Filter prefix(std::string with) {
  return [with](std::string text) { return with + text; };
}

class Pipeline {
 public:
  Pipeline& then(Filter filter) {
    filter_ = compose(std::move(filter_), std::move(filter));  // expect?: H0205
    return *this;
  }

  std::string run(std::string text) const {
    return filter_ ? filter_(std::move(text)) : text;  // expect?: H0205
  }

 private:
  Filter filter_;
};

int main() {
  Pipeline pipeline;
  pipeline.then(prefix("[error] ")).then(prefix("12:30 "));
  std::cout << pipeline.run("the disk is full") << '\n';  // expect?: H0205
}
