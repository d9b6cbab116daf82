// feed_default gives the parser its local buffer, and the parser reads it after the return.
// oracle: asan

#include <cctype>
#include <cstdio>
#include <string>

class NumberParser {
 public:
  void set_input(const char* begin, const char* end) {
    at_ = begin;
    end_ = end;
  }

  bool next(long& value) {
    while (at_ != end_ && !std::isdigit(static_cast<unsigned char>(*at_))) ++at_;  // expect?: H0202
    if (at_ == end_) return false;
    value = 0;
    while (at_ != end_ && std::isdigit(static_cast<unsigned char>(*at_))) value = value * 10 + (*at_++ - '0');
    return true;
  }

 private:
  const char* at_ = nullptr;
  const char* end_ = nullptr;
};

long drain(NumberParser& parser) {
  long sum = 0;
  for (long value = 0; parser.next(value);) sum += value;
  return sum;
}

void feed_defaults(NumberParser& parser, int scale) {
  std::string text;
  for (int i = 1; i <= 8; ++i) text += "limit=" + std::to_string(i * scale) + ";";
  parser.set_input(text.data(), text.data() + text.size());  // expect?: H0202
}

int main() {
  NumberParser parser;
  feed_defaults(parser, 100);
  const long sum = drain(parser);
  std::printf("%ld\n", sum);
}
