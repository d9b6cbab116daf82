// The text is copied in the handler.
// oracle: clean

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
  std::string reason = "nothing was wrong with it";
  try {
    settings.load(file);
  } catch (const std::logic_error& error) {
    reason = error.what();
  }
  if (!settings.loaded()) std::printf("%s\n", reason.c_str());
  return settings.loaded();
}

int main() {
  Settings settings;
  const bool first = start(settings, "a-long-name-of-a-file-in-the-home-directory.bak");
  return first || !start(settings, "settings.toml");
}
