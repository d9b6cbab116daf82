// The writer's member pointer is into a buffer that another member function has moved.
// oracle: asan

#include <cstring>
#include <iostream>
#include <string_view>
#include <vector>

class Writer {
 public:
  Writer() : buffer_(16), at_(buffer_.data()) {}

  void put(std::string_view text) {
    ensure(text.size());
    std::memcpy(at_, text.data(), text.size());  // expect: H0302
    at_ += text.size();
    used_ += text.size();
  }

  std::size_t size() const { return used_; }

 private:
  void ensure(std::size_t more) {
    if (used_ + more <= buffer_.size()) return;
    std::size_t capacity = buffer_.size() * 2;
    while (capacity < used_ + more) capacity *= 2;
    buffer_.resize(capacity);
  }

  std::vector<char> buffer_;
  char* at_;
  std::size_t used_ = 0;
};

int main() {
  Writer writer;
  for (std::string_view part : {"{\"name\":", "\"hull\",", "\"kind\":", "\"build tool\"}"}) writer.put(part);
  std::cout << writer.size() << '\n';
}
