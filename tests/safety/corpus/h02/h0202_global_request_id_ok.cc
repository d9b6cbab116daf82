// A guard puts the global back when the request is over.
// oracle: clean

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
  line.append(current_request).append("] ").append(message);
  lines.push_back(std::move(line));
}

struct Scope {
  explicit Scope(std::string_view id) : previous(std::exchange(current_request, id)) {}
  ~Scope() { current_request = previous; }
  std::string_view previous;
};

}  // namespace trace

bool handle(int number, const std::string& body) {
  const std::string id = "request-of-the-day-" + std::to_string(number);
  const trace::Scope scope(id);
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
