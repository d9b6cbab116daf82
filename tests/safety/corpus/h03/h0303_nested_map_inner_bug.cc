// The loop goes over the inner list of one key while the helper erases that key.
// oracle: debug

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
    for (const std::string& member : members_[group]) {  // expect?: H0303
      if (member.size() > 3) leave(group, member);       // expect?: H0303
      ++told;
    }
    return told;
  }

  bool exists(const std::string& group) const { return members_.contains(group); }

 private:
  void leave(const std::string& group, const std::string& user) {
    auto& members = members_[group];
    std::erase(members, user);                   // expect?: H0303
    if (members.empty()) members_.erase(group);  // expect?: H0303
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
