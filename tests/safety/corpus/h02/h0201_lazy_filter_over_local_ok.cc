// The vector is moved into the view, which then owns it.
// oracle: clean

#include <iostream>
#include <ranges>
#include <string>
#include <vector>

struct Employee {
  std::string name;
  int level;
  bool active;
};

std::vector<Employee> load_team(const std::string& team) {
  return {{team + ": Grace Hopper, rear admiral", 9, true},
          {team + ": Charles Babbage, engineer", 7, false},
          {team + ": Ada Lovelace, analyst", 8, true}};
}

auto active_members(const std::string& team) {
  auto members = load_team(team);
  members.push_back({team + ": the intern of this summer", 1, true});
  return std::move(members) | std::views::filter([](const Employee& e) { return e.active; });
}

int main() {
  int levels = 0;
  auto members = active_members("compilers");
  for (const Employee& member : members) {
    std::cout << member.name << '\n';
    levels += member.level;
  }
  std::cout << levels << '\n';
}
