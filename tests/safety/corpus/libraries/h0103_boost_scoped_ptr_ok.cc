// The buffer is taken after it was changed for a larger one.
// oracle: clean

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
    if (buffer_->text.size() + line.size() > 16) buffer_.reset(new Buffer);
    Buffer* current = buffer_.get();
    current->text += line;
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
