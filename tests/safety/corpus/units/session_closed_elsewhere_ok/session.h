#pragma once

#include <string>

struct Session {
  std::string user;
  int requests = 0;
};

Session* open_session(const std::string& user);
void close_session(Session* session);
