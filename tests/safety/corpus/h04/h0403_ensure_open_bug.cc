// ensure_open() leaves the file closed in a read-only store, and append() uses it all the same.
// oracle: asan

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

class File {
 public:
  explicit File(std::string path) : path_(std::move(path)) {}
  std::size_t write(const std::string& line) {
    lines_.push_back(line);
    return line.size() + 1;
  }

 private:
  std::string path_;
  std::vector<std::string> lines_;
};

class Store {
 public:
  Store(std::string path, bool read_only) : path_(std::move(path)), read_only_(read_only) {}

  void append(const std::string& line) {
    ensure_open();
    written_ += file_->write(line);  // expect: H0403
  }

  std::size_t written() const { return written_; }

 private:
  bool ensure_open() {
    if (file_) return true;
    if (read_only_) return false;
    file_ = std::make_unique<File>(path_);
    return true;
  }

  std::string path_;
  bool read_only_;
  std::unique_ptr<File> file_;
  std::size_t written_ = 0;
};

int main() {
  Store journal("journal.log", false);
  journal.append("begin");
  journal.append("commit");
  Store archive("archive.log", true);
  archive.append("begin");
  std::printf("%zu %zu\n", journal.written(), archive.written());
}
