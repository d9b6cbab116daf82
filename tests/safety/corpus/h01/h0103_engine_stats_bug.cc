// A reference to the engine's statistics is used after the engine, which owns them, was deleted.
// oracle: asan

#include <cstdio>
#include <string>
#include <vector>

struct EngineStats {
  long reads = 0;
  long writes = 0;
};

class Engine {
 public:
  explicit Engine(std::string path) : path_(std::move(path)), stats_(new EngineStats) {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine() { delete stats_; }

  void put(int value) {
    log_.push_back(value);
    ++stats_->writes;
  }
  int get(std::size_t at) {
    ++stats_->reads;
    return log_.at(at);
  }
  const EngineStats& stats() const { return *stats_; }

 private:
  std::string path_;
  EngineStats* stats_;
  std::vector<int> log_;
};

int RunWorkload() {
  auto* engine = new Engine("/var/lib/kv");
  for (int i = 0; i < 4; ++i) engine->put(i * i);
  int sum = engine->get(1) + engine->get(3);
  const EngineStats& stats = engine->stats();
  delete engine;
  std::printf("sum %d, %ld writes\n", sum, stats.writes);  // expect: H0103
  return 0;
}

int main() { return RunWorkload(); }
