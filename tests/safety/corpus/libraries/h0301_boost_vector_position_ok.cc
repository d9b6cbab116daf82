// Each session has its own place: a position stays good.
// oracle: clean

#include <boost/container/stable_vector.hpp>

#include <iostream>
#include <string>

struct Session {
  std::string user;
};

std::size_t longest(boost::container::stable_vector<Session>& sessions) {
  auto best = sessions.begin();
  for (auto it = sessions.begin(); it != sessions.end(); ++it) {
    if (it->user.size() > best->user.size()) best = it;
  }
  sessions.push_back({"somebody who came later than all of the others"});
  return best->user.size();
}

int main() {
  boost::container::stable_vector<Session> sessions;
  sessions.push_back({"ada"});
  sessions.push_back({"grace"});
  std::cout << longest(sessions) << '\n';
}
