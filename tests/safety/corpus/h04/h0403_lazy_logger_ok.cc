// Whoever writes makes the logger if there is none.
// oracle: clean
#include <cstdio>
#include <memory>
#include <string>

class Sink {
 public:
  void write(const std::string& text) { bytes_ += text.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  std::size_t bytes_ = 0;
};

class Logger {
 public:
  void error(const std::string& text) {
    open();
    sink_->write("error: " + text);
  }
  void info(const std::string& text) {
    open();
    sink_->write(text);
  }

 private:
  void open() {
    if (!sink_) sink_ = std::make_unique<Sink>();
  }
  std::unique_ptr<Sink> sink_;
};

int main() {
  Logger logger;
  logger.info("started");
  logger.error("failed");
  return 0;
}
