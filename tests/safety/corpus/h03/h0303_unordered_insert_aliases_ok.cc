// The loop goes over a copy.
// oracle: clean

#include <cassert>
#include <cstdio>
#include <string>
#include <unordered_map>

class Commands {
 public:
  void add(const std::string& name, int id) { ids_[name] = id; }

  std::size_t add_short_forms() {
    const std::size_t before = ids_.size();
    std::size_t visited = 0;
    const auto known = ids_;
    for (const auto& [name, id] : known) {
      ++visited;
      for (std::size_t length = 1; length < name.size(); ++length) {
        ids_.emplace(name.substr(0, length) + "." + std::to_string(id), id);
      }
      if (visited > 500) break;
    }
    assert(visited == before);
    return ids_.size() - before;
  }

 private:
  std::unordered_map<std::string, int> ids_;
};

int main() {
  Commands commands;
  int id = 0;
  for (const char* name : {"build", "test", "clean", "install", "format", "check"}) commands.add(name, ++id);
  std::printf("%zu short forms\n", commands.add_short_forms());
}
