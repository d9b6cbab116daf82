// Bytes without a delimiter stay in the buffer until more arrive.
// oracle: clean

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

class FrameReader {
 public:
  void receive(std::string_view bytes) { buffer_.insert(buffer_.end(), bytes.begin(), bytes.end()); }

  // Takes the first frame out of the buffer.
  bool next(std::string& frame) {
    if (buffer_.empty()) return false;
    auto delimiter = std::find(buffer_.begin(), buffer_.end(), ';');
    if (delimiter == buffer_.end()) return false;
    *delimiter = '\0';
    frame = buffer_.data();
    buffer_.erase(buffer_.begin(), delimiter + 1);
    return true;
  }

  std::size_t buffered() const { return buffer_.size(); }

 private:
  std::vector<char> buffer_;
};

int main() {
  FrameReader reader;
  std::string frame;
  int frames = 0;
  for (std::string_view part : {"set a=1;get", " a;del"}) {
    reader.receive(part);
    while (reader.next(frame)) {
      std::printf("%s\n", frame.c_str());
      ++frames;
    }
  }
  std::printf("%d frames, %zu bytes left\n", frames, reader.buffered());
}
