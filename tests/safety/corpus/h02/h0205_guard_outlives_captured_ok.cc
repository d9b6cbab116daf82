// The name is declared before the guard.
// oracle: clean

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
    if (action_) action_();
  }
  void set(std::function<void()> action) { action_ = std::move(action); }

 private:
  std::function<void()> action_;
};

std::size_t convert(int page) {
  std::string name = "/tmp/conversion-of-page-" + std::to_string(page) + ".pnm";
  Defer cleanup;
  temporary_files().insert(name);
  cleanup.set([&name] { temporary_files().erase(name); });
  if (page == 0) return 0;
  return name.size();
}

int main() {
  std::size_t total = 0;
  for (int page = 0; page < 3; ++page) total += convert(page);
  std::printf("%zu %zu\n", total, temporary_files().size());
}
