// The counter is incremented below the check.
// oracle: clean

#include <cstdio>
#include <cstring>

struct Route {
  const char* path;
  int (*handler)(const char* query);
  unsigned hits;
};

struct Router {
  Route routes[4];
  int count;
  unsigned not_found;
};

static int show_index(const char*) { return 200; }
static int show_health(const char* query) { return *query == '\0' ? 200 : 400; }

static Route* match(Router* router, const char* path) {
  Route* matched = nullptr;
  for (int i = 0; i < router->count && !matched; ++i) {
    if (std::strcmp(router->routes[i].path, path) == 0) matched = &router->routes[i];
  }
  return matched;
}

static int serve(Router* router, const char* path, const char* query) {
  Route* route = match(router, path);
  if (!route) {
    router->not_found++;
    return 404;
  }
  route->hits++;
  return route->handler(query);
}

int main() {
  Router router = {{{"/", show_index, 0}, {"/health", show_health, 0}}, 2, 0};
  int codes[] = {serve(&router, "/", ""), serve(&router, "/health", ""), serve(&router, "/favicon.ico", "")};
  std::printf("%d %d %d\n", codes[0], codes[1], codes[2]);
}
