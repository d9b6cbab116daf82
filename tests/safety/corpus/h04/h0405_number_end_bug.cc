// strtol says where the number ends, but it is only called where there is a text.
// oracle: msan

#include <cstdio>
#include <cstdlib>

struct Setting {
  int value = 0;
  bool valid = false;
};

Setting parse(const char* text) {
  char* end;
  long value = 0;
  if (text != nullptr) value = std::strtol(text, &end, 10);
  Setting setting;
  setting.valid = end != text;  // expect: H0405
  if (setting.valid) setting.value = static_cast<int>(value);
  return setting;
}

int main() {
  const Setting good = parse("42"), bad = parse(nullptr);
  std::printf("%d %d %d\n", good.value, good.valid, bad.valid);
}
