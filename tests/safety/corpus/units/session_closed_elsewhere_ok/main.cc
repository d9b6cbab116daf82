// The counter is read before the session is closed in another unit.
// oracle: clean
#include <cstdio>

#include "session.h"

static int serve(const std::string& user, int requests) {
  Session* session = open_session(user);
  for (int i = 0; i < requests; ++i) ++session->requests;
  const int served = session->requests;
  close_session(session);
  return served;
}

int main() { std::printf("%d\n", serve("ada", 3)); }
