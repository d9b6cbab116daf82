// The channel takes ownership of the default sink, which is a static, and deletes it when another is set.
// oracle: asan

#include <cstdio>
#include <functional>
#include <memory>
#include <string>

class Sink {
 public:
  explicit Sink(std::string prefix) : prefix_(std::move(prefix)) {}
  void write(const std::string& line) {
    std::printf("%s%s\n", prefix_.c_str(), line.c_str());
    ++lines_;
  }
  int lines() const { return lines_; }

 private:
  std::string prefix_;
  int lines_ = 0;
};

static Sink default_sink("default: ");

class Channel {
 public:
  Channel() : sink_(&default_sink) {}  // expect?: H0104

  void set_sink(std::shared_ptr<Sink> sink) {
    previous_lines_ += sink_->lines();
    sink_ = std::move(sink);  // expect?: H0104
  }

  void log(const std::string& line) { sink_->write(line); }
  int lines() const { return previous_lines_ + sink_->lines(); }

 private:
  std::shared_ptr<Sink> sink_;
  int previous_lines_ = 0;
};

int main() {
  Channel channel;
  channel.log("starting");
  channel.set_sink(std::make_shared<Sink>("file: "));
  channel.log("started");
  std::printf("%d\n", channel.lines());
}
