// The closure holds the same shared_ptr as the runner's list.
// oracle: clean

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

class Download {
 public:
  explicit Download(std::string url) : url_(std::move(url)) {}
  int step() { return remaining_ > 0 ? --remaining_ : 0; }
  const std::string& url() const { return url_; }

 private:
  std::string url_;
  int remaining_ = 2;
};

class Runner {
 public:
  void start(const std::string& url) {
    auto* download = new Download(url);
    active_.emplace_back(download);
    auto step = [owner = active_.back()] { return owner->step() > 0; };
    steps_.push_back(step);
  }

  int run() {
    int rounds = 0;
    for (auto& step : steps_) {
      do {
        ++rounds;
      } while (step());
    }
    steps_.clear();
    return rounds;
  }

  std::size_t active() const { return active_.size(); }

 private:
  std::vector<std::shared_ptr<Download>> active_;
  std::vector<std::function<bool()>> steps_;
};

int main() {
  Runner runner;
  runner.start("https://example.org/a");
  runner.start("https://example.org/b");
  int rounds = runner.run();
  std::printf("%d rounds, %zu active\n", rounds, runner.active());
}
