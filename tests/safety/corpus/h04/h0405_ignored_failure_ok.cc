// The caller keeps the default when the parser fails.
// oracle: clean

#include <cctype>
#include <cstdio>

namespace {

// Sets *out only if the text is a number.
bool parse_port(const char* text, int* out) {
  int port = 0;
  if (*text == '\0') return false;
  for (; *text; ++text) {
    if (*text < '0' || *text > '9') return false;
    port = port * 10 + (*text - '0');
    if (port > 65535) return false;
  }
  *out = port;
  return true;
}

struct Listener {
  int bound[4];
  int count = 0;

  bool bind(int port) {
    for (int i = 0; i < count; ++i) {
      if (bound[i] == port) return false;
    }
    bound[count++] = port;
    return true;
  }
};

int listen_on(Listener& listener, const char* const* texts, int count) {
  int opened = 0;
  for (int i = 0; i < count; ++i) {
    int port;
    if (!parse_port(texts[i], &port)) port = 8080;
    if (port < 1024) {
      continue;
    }
    opened += listener.bind(port);
  }
  return opened;
}

}  // namespace

int main() {
  const char* texts[] = {"http", "8443", "80"};
  Listener listener;
  std::printf("%d ports\n", listen_on(listener, texts, 3));
}
