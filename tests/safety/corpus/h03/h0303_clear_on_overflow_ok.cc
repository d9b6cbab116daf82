// The helper is called after the loop.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

class Journal {
 public:
  explicit Journal(std::size_t limit) : limit_(limit) {}

  void note(std::string text) { entries_.push_back(std::move(text)); }

  std::string flush() {
    std::string written;
    bool full = false;
    for (const std::string& entry : entries_) {
      written += entry.substr(0, entry.find(' ')) + ",";
      if (written.size() > limit_) full = true;
    }
    if (full) rotate(written);
    return written;
  }

 private:
  void rotate(std::string& written) {
    written.clear();
    std::vector<std::string>().swap(entries_);
    ++rotations_;
  }

  std::size_t limit_;
  int rotations_ = 0;
  std::vector<std::string> entries_;
};

int main() {
  Journal journal(16);
  journal.note("started without any complaint whatsoever");
  journal.note("configured from the file in the home directory");
  journal.note("stopped because somebody asked for it");
  std::cout << journal.flush() << '\n';
}
