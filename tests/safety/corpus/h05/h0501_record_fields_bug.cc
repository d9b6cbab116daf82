// A record with two fields is split, and the third is read.
// oracle: debug
#include <iostream>
#include <string>
#include <vector>

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = line.find(separator, begin);
    if (end == std::string::npos) break;
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  fields.push_back(line.substr(begin));
  return fields;
}

struct User {
  std::string name;
  std::string shell;
};

bool read_user(const std::string& line, User& user) {
  const std::vector<std::string> fields = split(line, ':');
  if (fields.size() < 2) return false;
  user.name = fields[0];
  user.shell = fields[2];  // expect: H0501
  return true;
}

int main() {
  int users = 0;
  for (const char* line : {"root:0:/bin/sh", "daemon:1", "#"}) {
    User user;
    users += read_user(line, user);
  }
  std::cout << users << '\n';
}
