// The check only logs: the program goes on.
// oracle: asan

#include <cstdio>
#include <sstream>
#include <string>

class Message {
 public:
  Message(const char* file, int line) { text_ << file << ":" << line << " "; }
  ~Message() {
    std::fprintf(stderr, "%s\n", text_.str().c_str());
  }
  std::ostream& stream() { return text_; }

 private:
  std::ostringstream text_;
};

struct Route {
  std::string name;
  int hops = 0;
};

const Route* FindRoute(const Route* routes, int count, const std::string& name) {
  for (int i = 0; i < count; ++i) {
    if (routes[i].name == name) return &routes[i];
  }
  return nullptr;
}

int Hops(const Route* routes, int count, const std::string& name) {
  const Route* route = FindRoute(routes, count, name);
  if (route == nullptr) Message(__FILE__, __LINE__).stream() << "no route " << name;
  return route->hops;  // expect: H0401
}

int main(int argc, char**) {
  const Route routes[] = {{"north", 3}, {"south", 5}};
  std::printf("%d\n", Hops(routes, 2, "south"));
  if (argc > 0) std::printf("%d\n", Hops(routes, 2, "west"));
}
