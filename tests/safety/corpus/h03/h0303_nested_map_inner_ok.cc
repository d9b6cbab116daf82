// The inner list is taken out of the map before the loop.
// oracle: clean

#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

class Groups {
 public:
  void join(const std::string& group, const std::string& user) { members_[group].push_back(user); }

  int disband(const std::string& group) {
    int told = 0;
    const auto members = std::exchange(members_[group], {});
    for (const std::string& member : members) {
      if (member.size() > 3) leave(group, member);
      ++told;
    }
    return told;
  }

  bool exists(const std::string& group) const { return members_.contains(group); }

 private:
  void leave(const std::string& group, const std::string& user) {
    auto& members = members_[group];
    std::erase(members, user);
    if (members.empty()) members_.erase(group);
  }

  std::map<std::string, std::vector<std::string>> members_;
};

int main() {
  Groups groups;
  groups.join("admins", "margaret-hamilton-of-apollo");
  groups.join("guests", "bob");
  const int told = groups.disband("admins") + groups.disband("guests");
  std::cout << told << ' ' << groups.exists("admins") << '\n';
}
