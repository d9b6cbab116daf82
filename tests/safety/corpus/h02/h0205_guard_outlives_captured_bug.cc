// The guard is declared before the name that its closure refers to, so it runs after the name's end.
// oracle: asan

#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <utility>

std::set<std::string>& temporary_files() {
  static std::set<std::string> files;
  return files;
}

class Defer {
 public:
  Defer() = default;
  Defer(const Defer&) = delete;
  Defer& operator=(const Defer&) = delete;
  ~Defer() {
    if (action_) action_();  // expect?: H0205
  }
  void set(std::function<void()> action) { action_ = std::move(action); }

 private:
  std::function<void()> action_;
};

std::size_t convert(int page) {
  Defer cleanup;
  std::string name = "/tmp/conversion-of-page-" + std::to_string(page) + ".pnm";
  temporary_files().insert(name);
  cleanup.set([&name] {  // expect?: H0205
    temporary_files().erase(name);
  });
  if (page == 0) return 0;
  return name.size();
}  // expect?: H0205

int main() {
  std::size_t total = 0;
  for (int page = 0; page < 3; ++page) total += convert(page);
  std::printf("%zu %zu\n", total, temporary_files().size());
}
