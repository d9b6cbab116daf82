// A writer is left with a position in a row of characters that ended with the helper which made it.
// oracle: asan
#include <cctype>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string_view>
#include <vector>

namespace {

template <class In, class Out>
Out copy_upper(In begin, In end, Out out) {
  while (begin != end) *out++ = static_cast<char>(std::toupper(static_cast<unsigned char>(*begin++)));
  return out;
}

template <class Out>
class Writer {
 public:
  explicit Writer(Out out) : out_(out) {}

  void write(std::string_view text) { out_ = copy_upper(text.begin(), text.end(), out_); }
  void end_line() { *out_++ = '\n'; }

 private:
  Out out_;
};

Writer<std::back_insert_iterator<std::vector<char>>> margin_writer() {
  std::vector<char> copy;
  return Writer{std::back_inserter(copy)};  // expect?: H0201
}

}  // namespace

int main() {
  std::ostringstream page;
  Writer writer{std::ostream_iterator<char>(page)};
  writer.write("heading");
  writer.end_line();
  Writer margin = margin_writer();
  margin.write("margin");  // expect?: H0204
  std::cout << page.str() << '\n';
}
