// A failed check ends the program in the destructor of its message.
// oracle: clean

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

class FatalMessage {
 public:
  FatalMessage(const char* file, int line) { text_ << file << ":" << line << " "; }
  [[noreturn]] ~FatalMessage() {
    std::fprintf(stderr, "%s\n", text_.str().c_str());
    std::exit(1);
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
  if (route == nullptr) FatalMessage(__FILE__, __LINE__).stream() << "no route " << name;
  return route->hops;
}

int main(int argc, char**) {
  const Route routes[] = {{"north", 3}, {"south", 5}};
  std::printf("%d\n", Hops(routes, 2, "south"));
  if (argc > 9) std::printf("%d\n", Hops(routes, 2, "west"));
}
