// The text belongs to the exception, which has ended with its handler when it is printed.
// oracle: asan

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>

class Settings {
 public:
  void load(const std::string& file) {
    if (file.ends_with(".bak")) throw std::invalid_argument("this is a copy of the settings: " + file);
    loaded_ = file;
  }
  bool loaded() const { return !loaded_.empty(); }

 private:
  std::string loaded_;
};

bool start(Settings& settings, const std::string& file) {
  const char* reason = "nothing was wrong with it";
  try {
    settings.load(file);
  } catch (const std::logic_error& error) {
    reason = error.what();
  }
  if (!settings.loaded()) std::printf("%s\n", reason);  // expect: H0204
  return settings.loaded();
}

int main() {
  Settings settings;
  const bool first = start(settings, "a-long-name-of-a-file-in-the-home-directory.bak");
  return first || !start(settings, "settings.toml");
}
