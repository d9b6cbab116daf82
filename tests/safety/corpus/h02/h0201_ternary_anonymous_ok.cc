// Both arms are strings that live on.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

struct User {
  int id;
  std::string name;
};

class Directory {
 public:
  void add(User user) { users_.emplace(user.id, user); }

  const std::string& display_name(int id) const {
    const User* user = find(id);
    static const std::string unknown = "somebody who has no account here";
    return user != nullptr ? user->name : unknown;
  }

 private:
  const User* find(int id) const {
    const auto entry = users_.find(id);
    return entry == users_.end() ? nullptr : &entry->second;
  }

  std::map<int, User> users_;
};

int main() {
  Directory directory;
  directory.add({1, "Barbara Liskov, who substitutes"});
  for (int id : {1, 2}) std::printf("%d %s\n", id, directory.display_name(id).c_str());
}
