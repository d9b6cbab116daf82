// The buffer is let go of for a larger one, and the writer still writes to the old one.
// oracle: asan

#include <boost/scoped_ptr.hpp>

#include <iostream>
#include <string>

struct Buffer {
  std::string text;
};

class Log {
 public:
  Log() : buffer_(new Buffer) {}

  std::size_t write(const std::string& line) {
    Buffer* current = buffer_.get();
    if (current->text.size() + line.size() > 16) buffer_.reset(new Buffer);
    current->text += line;  // expect: H0103
    return current->text.size();
  }

 private:
  boost::scoped_ptr<Buffer> buffer_;
};

int main() {
  Log log;
  std::size_t size = 0;
  for (int i = 0; i < 5; ++i) size += log.write("a line");
  std::cout << size << '\n';
}
