// The table has a name for every level.
// oracle: clean
#include <cstdio>
#include <string>

enum class Severity { debug, info, warning, error, fatal };

const char* name(Severity severity) {
  static const char* const names[] = {"debug", "info", "warning", "error", "fatal"};
  return names[static_cast<int>(severity)];
}

class Log {
 public:
  void write(Severity severity, const std::string& text) {
    lines_ += std::string(name(severity)) + ": " + text + "\n";
  }
  void abort(const std::string& text) { write(Severity::fatal, text); }
  const std::string& lines() const { return lines_; }

 private:
  std::string lines_;
};

int main() {
  Log log;
  log.write(Severity::info, "started");
  log.write(Severity::error, "disk is full");
  log.abort("giving up");
  std::printf("%s", log.lines().c_str());
}
