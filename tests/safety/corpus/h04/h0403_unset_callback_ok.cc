// The callback is called only if one was set.
// oracle: clean

#include <cstdio>
#include <functional>
#include <string>

class Download {
 public:
  using Progress = std::function<void(int percent)>;
  using Finished = std::function<void(bool ok)>;

  explicit Download(std::string url) : url_(std::move(url)) {}

  Download& on_progress(Progress progress) {
    progress_ = std::move(progress);
    return *this;
  }
  Download& on_finished(Finished finished) {
    finished_ = std::move(finished);
    return *this;
  }

  void run(int chunks) {
    for (int chunk = 1; chunk <= chunks; ++chunk) {
      if (progress_) progress_(100 * chunk / chunks);
    }
    if (finished_) finished_(!url_.empty());
  }

 private:
  std::string url_;
  Progress progress_;
  Finished finished_;
};

int main() {
  int last = 0;
  Download verbose("https://example.org/a.iso");
  verbose.on_progress([&](int percent) { last = percent; }).run(4);

  bool done = false;
  Download silent("https://example.org/b.iso");
  silent.on_finished([&](bool ok) { done = ok; }).run(2);
  std::printf("%d %d\n", last, done);
}
