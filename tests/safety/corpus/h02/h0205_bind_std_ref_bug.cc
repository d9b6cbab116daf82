// std::ref binds the retry count of a function that has returned.
// oracle: asan

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

struct Attempt {
  std::string host;
  std::function<bool(int)> may_retry;
};

bool below(const int& limit, int tries) { return tries < limit; }

class Downloader {
 public:
  void enqueue(std::string host, bool flaky) {
    int limit = 3;
    if (flaky) limit *= 4;
    attempts_.push_back(
        {std::move(host), std::bind(below, std::ref(limit), std::placeholders::_1)});  // expect?: H0205
  }

  int run() {
    int requests = 0;
    for (const Attempt& attempt : attempts_) {
      int tries = 0;
      while (attempt.may_retry(tries)) ++tries;  // expect?: H0205
      requests += tries;
    }
    return requests;
  }

 private:
  std::vector<Attempt> attempts_;
};

int main() {
  Downloader downloader;
  downloader.enqueue("mirror.example.org", true);
  downloader.enqueue("archive.example.org", false);
  std::printf("%d requests\n", downloader.run());  // expect?: H0205
}
