// The session is closed by a function of another unit, and its counter read afterwards.
// oracle: asan
#include <cstdio>

#include "session.h"

static int serve(const std::string& user, int requests) {
  Session* session = open_session(user);
  for (int i = 0; i < requests; ++i) ++session->requests;
  close_session(session);
  return session->requests;  // expect: H0103
}

int main() { std::printf("%d\n", serve("ada", 3)); }
