// A level was added to the enumeration and not to the table of names.
// oracle: ubsan
#include <cstdio>
#include <string>

enum class Severity { debug, info, warning, error, fatal };

const char* name(Severity severity) {
  static const char* const names[] = {"debug", "info", "warning", "error"};
  return names[static_cast<int>(severity)];  // expect: H0501
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
