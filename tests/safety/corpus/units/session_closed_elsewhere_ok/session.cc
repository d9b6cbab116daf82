#include "session.h"

Session* open_session(const std::string& user) {
  auto* session = new Session;
  session->user = user;
  return session;
}

void close_session(Session* session) { delete session; }
