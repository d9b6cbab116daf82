// The line is copied before more is appended.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>

class Stream {
 public:
  explicit Stream(std::string data) : data_(std::move(data)) {}

  std::string read(std::size_t count) {
    const std::string part = data_.substr(at_, count);
    at_ += part.size();
    return part;
  }

 private:
  std::string data_;
  std::size_t at_ = 0;
};

class MessageReader {
 public:
  explicit MessageReader(Stream& stream) : stream_(stream) {}

  bool next_is_get() {
    buffer_ += stream_.read(40);
    std::string line = buffer_;
    line = line.substr(0, line.find('\n'));
    while (buffer_.find("\n\n") == std::string::npos) {
      const std::string more = stream_.read(40);
      if (more.empty()) return false;
      buffer_ += more;
    }
    return line.starts_with("GET ");
  }

 private:
  Stream& stream_;
  std::string buffer_;
};

int main() {
  Stream stream("GET /index.html\nHost: example.org\nAccept: text/html, application/json;q=0.9\n\n");
  MessageReader reader(stream);
  std::cout << (reader.next_is_get() ? "get" : "other") << '\n';
}
