// Text is written through iterators of an output stream, which keep the stream and nothing of what they write.
// oracle: clean
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

}  // namespace

int main() {
  std::ostringstream page;
  Writer writer{std::ostream_iterator<char>(page)};
  writer.write("heading");
  writer.end_line();
  std::vector<char> copy;
  Writer margin{std::back_inserter(copy)};
  margin.write("margin");
  std::cout << page.str() << std::string_view(copy.data(), copy.size()) << '\n';
}
