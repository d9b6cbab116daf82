// The parser reads the buffer before the function returns.
// oracle: clean

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
    while (at_ != end_ && !std::isdigit(static_cast<unsigned char>(*at_))) ++at_;
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

long feed_defaults(NumberParser& parser, int scale) {
  std::string text;
  for (int i = 1; i <= 8; ++i) text += "limit=" + std::to_string(i * scale) + ";";
  parser.set_input(text.data(), text.data() + text.size());
  return drain(parser);
}

int main() {
  NumberParser parser;
  const long sum = feed_defaults(parser, 100);
  std::printf("%ld\n", sum);
}
