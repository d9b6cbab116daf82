// The error is taken only from an attempt that failed.
// oracle: clean

#include <cstdio>
#include <expected>
#include <string>

struct Reply {
  int status;
  std::string body;
};

class Mirror {
 public:
  explicit Mirror(int failures) : failures_(failures) {}

  std::expected<Reply, std::string> fetch(const std::string& path) {
    ++requests_;
    if (failures_-- > 0) return std::unexpected("timeout on " + path);
    return Reply{200, "contents of " + path};
  }

  int requests() const { return requests_; }

 private:
  int failures_;
  int requests_ = 0;
};

struct Outcome {
  std::string body;
  std::string last_error;
};

Outcome download(Mirror& mirror, const std::string& path, int attempts) {
  Outcome outcome;
  for (int i = 0; i < attempts; ++i) {
    auto reply = mirror.fetch(path);
    if (reply) {
      outcome.body = std::move(reply->body);
      return outcome;
    }
    outcome.last_error = reply.error();
  }
  return outcome;
}

int main() {
  Mirror mirror(2);
  Outcome outcome = download(mirror, "/pool/main.gz", 4);
  std::printf("%s after %d requests\n", outcome.body.c_str(), mirror.requests());
}
