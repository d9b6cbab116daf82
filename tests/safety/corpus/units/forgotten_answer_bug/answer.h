#pragma once

#include <string>

struct Answer {
  int status = 200;
  std::string body;
};

/// The caller deletes it.
Answer* ask(const std::string& question);
