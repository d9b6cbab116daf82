// The call with the same vector twice hands over a copy.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

using Names = std::vector<std::string>;

void append_renamed(const Names& source, Names& target, const std::string& suffix) {
  for (const std::string& name : source) {
    if (name.empty() || name.front() == '_') continue;
    target.push_back(name + suffix);
    if (target.size() > 100) return;
  }
}

class Module {
 public:
  void declare(std::string name) { names_.push_back(std::move(name)); }

  void import(const Module& other) { append_renamed(other.names_, names_, " (imported)"); }
  void mirror() { append_renamed(Names(names_), names_, " (mirrored)"); }

  std::size_t size() const { return names_.size(); }

 private:
  Names names_;
};

int main() {
  Module core;
  core.declare("allocate_in_the_arena");
  core.declare("_hidden_from_everybody");
  Module user;
  user.declare("main_of_the_program");
  user.import(core);
  user.mirror();
  std::cout << user.size() << " names\n";
}
