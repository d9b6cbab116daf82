// The buffer is as long as the name and what is around it.
// oracle: clean
#include <cstdio>
#include <cstring>
#include <memory>

std::unique_ptr<char[]> prefix(const char* name) {
  const std::size_t length = std::strlen(name);
  auto text = std::make_unique<char[]>(length + 4);
  std::strcpy(text.get(), "[");
  std::strcat(text.get(), name);
  std::strcat(text.get(), "] ");
  return text;
}

class Logger {
 public:
  explicit Logger(const char* name) : prefix_(prefix(name)) {}
  void say(const char* text) const { std::printf("%s%s\n", prefix_.get(), text); }

 private:
  std::unique_ptr<char[]> prefix_;
};

int main() {
  const Logger logger("cache");
  logger.say("warm");
}
