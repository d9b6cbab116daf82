// Only a member's role is read.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <ranges>
#include <string>
#include <vector>

enum class Role { viewer, editor, owner };

struct Member {
  std::string name;
  Role role;
};

struct Project {
  std::string title;
  std::vector<Member> members;
};

namespace access_control {

bool may_edit(const Project& project, const std::string& name) {
  const auto member = std::ranges::find(project.members, name, &Member::name);
  return member != project.members.end() && member->role != Role::viewer;
}

std::size_t editors(const Project& project, const std::vector<std::string>& names) {
  auto count = std::ranges::count_if(names, [&](const auto& name) { return may_edit(project, name); });
  return static_cast<std::size_t>(count);
}

}  // namespace access_control

int main() {
  Project project{"atlas", {{"ada", Role::owner}, {"bob", Role::viewer}}};
  std::printf("%zu\n", access_control::editors(project, {"ada", "bob", "eve"}));
}
