// Only what is below a hundred is looked up, also when it was negative.
// oracle: clean
#include <cstdio>
#include <string>

const char* pair_of(unsigned value) {
  return &"00010203040506070809101112131415161718192021222324"[value * 2];
}

std::string exponent(int value) {
  if (value <= -1000 || value >= 1000) return "inf";
  std::string text = "e+";
  if (value < 0) {
    text = "e-";
    value = -value;
  }
  if (value >= 25) return text + std::to_string(value);
  const char* digits = pair_of(static_cast<unsigned>(value));
  text += digits[0];
  return text + digits[1];
}

int main() {
  for (int value : {-7, 12, 24, -120, 30}) std::printf("%s\n", exponent(value).c_str());
}
