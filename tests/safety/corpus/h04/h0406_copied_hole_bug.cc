// The default settings are copied with a timeout that nobody has set, and the copy's is read.
// oracle: msan

#include <cstdio>

struct Settings {
  int retries = 3;
  int timeout_ms;
  bool secure = true;
};

struct Request {
  const char* host;
  Settings settings;
};

Request MakeRequest(const char* host, const Settings& defaults) {
  Request request{host, defaults};
  if (host[0] == 'l') {
    request.settings.secure = false;
    request.settings.timeout_ms = 50;
  }
  return request;
}

int Budget(const Request& request) {
  int budget = 0;
  for (int attempt = 0; attempt < request.settings.retries; ++attempt) {
    if (request.settings.timeout_ms <= 0) break;  // expect: H0406
    budget += request.settings.timeout_ms << attempt;
  }
  return budget;
}

int main() {
  Settings defaults;
  defaults.retries = 2;
  int total = Budget(MakeRequest("localhost", defaults));
  total += Budget(MakeRequest("example.org", defaults));
  std::printf("%d ms\n", total);
}
