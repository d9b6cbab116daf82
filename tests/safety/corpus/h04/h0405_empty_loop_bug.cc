// The limit is set in the loop over the rules, and no rule matches.
// oracle: msan

#include <cstdio>
#include <cstring>
#include <span>

struct Rule {
  const char* path;
  int requests_per_minute;
};

class RateLimiter {
 public:
  RateLimiter(std::span<const Rule> rules, int fallback) : rules_(rules), fallback_(fallback) {}

  bool allows(const char* path, int requests) const {
    int limit;
    for (const Rule& rule : rules_) {
      if (std::strncmp(path, rule.path, std::strlen(rule.path)) == 0) {
        limit = rule.requests_per_minute;
        break;
      }
    }
    return requests <= limit || requests < fallback_ / 10;  // expect: H0405
  }

 private:
  std::span<const Rule> rules_;
  int fallback_;
};

int main() {
  const Rule rules[] = {{"/api/", 600}, {"/login", 6}};
  RateLimiter limiter(rules, 60);
  int allowed = limiter.allows("/api/users", 500);
  allowed += limiter.allows("/login", 7);
  allowed += limiter.allows("/static/logo.png", 30);
  std::printf("%d\n", allowed);
}
