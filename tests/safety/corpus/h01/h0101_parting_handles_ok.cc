// What was moved from is destroyed: its destructor asks it whether there is anything to close, and there is not.
// oracle: clean
#include <cassert>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

class Handle {
 public:
  explicit Handle(int number) : number_(number) {}
  Handle(const Handle& other) : number_(other.number_) {}
  Handle(Handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  ~Handle() {
    if (number_ >= 0) close();
  }
  int number() const { return number_; }

 private:
  void close() {
    ++closed;
    number_ = -1;
  }
  int number_;

 public:
  static int closed;
};

int Handle::closed = 0;

using Named = std::vector<std::pair<std::string, Handle>>;

static void each(const std::function<void(const std::string&, const Handle&)>& visit) {
  visit("in", Handle(3));
  visit("out", Handle(4));
}

static Named all() {
  Named result;
  each([&](const std::string& name, const Handle& handle) { result.push_back(std::make_pair(name, handle)); });
  return result;
}

struct Pair {
  Handle left;
  Handle right;
};

static int sum(Pair pair) {
  const int total = pair.left.number() + pair.right.number();
  Pair kept = std::move(pair);
  return total + kept.left.number();
}

int main() {
  const Named named = all();
  const int total = sum(Pair{Handle(1), Handle(2)});
  std::printf("%zu %d\n", named.size(), total);
  assert(total == 4);
  return 0;
}
