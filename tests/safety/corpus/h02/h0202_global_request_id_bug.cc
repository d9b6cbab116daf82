// The global that log lines are tagged with goes on to refer to the id of a request that is over.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trace {

std::string_view current_request = "-";
std::vector<std::string> lines;

void log(std::string_view message) {
  std::string line = "[";
  line.append(current_request).append("] ").append(message);  // expect?: H0202
  lines.push_back(std::move(line));
}

}  // namespace trace

bool handle(int number, const std::string& body) {
  const std::string id = "request-of-the-day-" + std::to_string(number);
  trace::current_request = id;  // expect?: H0202
  if (body.empty()) {
    trace::log("empty body");
    return false;
  }
  trace::log("handled " + body);
  return true;
}

int main() {
  int handled = 0;
  for (const char* body : {"ping", "", "status"}) handled += handle(handled + 1, body);
  trace::log("done");
  std::cout << trace::lines.size() << " lines, last: " << trace::lines.back() << '\n';
}
