// The session that was found is looked at again after another was added, which may have moved them all.
// oracle: asan

#include <boost/container/vector.hpp>

#include <iostream>
#include <string>

struct Session {
  std::string user;
};

std::size_t longest(boost::container::vector<Session>& sessions) {
  auto best = sessions.begin();
  for (auto it = sessions.begin(); it != sessions.end(); ++it) {
    if (it->user.size() > best->user.size()) best = it;
  }
  sessions.push_back({"somebody who came later than all of the others"});
  return best->user.size();  // expect: H0301
}

int main() {
  boost::container::vector<Session> sessions;
  sessions.push_back({"ada"});
  sessions.push_back({"grace"});
  std::cout << longest(sessions) << '\n';
}
