// strchr() finds no '=' in the last line, and the terminator is written through the null it returns.
// oracle: asan

#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Setting {
  char key[16];
  int value;
};

static int ParseSettings(char* text, Setting* settings, int capacity) {
  int count = 0;
  for (char* line = std::strtok(text, "\n"); line && count < capacity; line = std::strtok(nullptr, "\n")) {
    if (line[0] == '#') continue;
    char* equals = std::strchr(line, '=');
    *equals = '\0';  // expect: H0401
    Setting& setting = settings[count++];
    std::snprintf(setting.key, sizeof setting.key, "%s", line);
    setting.value = std::atoi(equals + 1);
  }
  return count;
}

int main() {
  char text[] = "# limits\nthreads=4\nqueue=128\nverbose\n";
  Setting settings[8];
  int count = ParseSettings(text, settings, 8);
  for (int i = 0; i < count; ++i) std::printf("%s -> %d\n", settings[i].key, settings[i].value);
}
