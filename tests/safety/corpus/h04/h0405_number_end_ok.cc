// strtol says where the number ends.
// oracle: clean

#include <cstdio>
#include <cstdlib>

struct Setting {
  int value = 0;
  bool valid = false;
};

Setting parse(const char* text) {
  char* end;
  const long value = std::strtol(text, &end, 10);
  Setting setting;
  setting.valid = end != text && *end == '\0';
  if (setting.valid) setting.value = static_cast<int>(value);
  return setting;
}

int main() {
  const Setting good = parse("42"), bad = parse("4x");
  std::printf("%d %d %d\n", good.value, good.valid, bad.valid);
}
