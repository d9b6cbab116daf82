// Lines are kept in a backlog while no sink is attached.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

class Sink {
 public:
  void put(const std::string& line) { bytes_ += line.size() + 1; }
  std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_ = 0;
};

class Logger {
 public:
  void attach(Sink* sink) {
    sink_ = sink;
    for (const auto& line : backlog_) sink_->put(line);
    backlog_.clear();
  }

  void info(const std::string& text) {
    if (sink_) sink_->put("I " + text);
  }

  void warn(const std::string& text) {
    std::string line = "W " + text;
    if (!sink_) {
      backlog_.push_back(line);
      return;
    }
    sink_->put(line);
  }

 private:
  Sink* sink_ = nullptr;
  std::vector<std::string> backlog_;
};

int main() {
  Sink sink;
  Logger logger;
  logger.info("starting");
  logger.warn("no configuration, using defaults");
  logger.attach(&sink);
  logger.warn("disk is slow");
  std::printf("%zu bytes\n", sink.bytes());
}
