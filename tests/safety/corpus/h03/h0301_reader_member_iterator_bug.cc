// The reader's iterator is into a log that grows between two reads.
// oracle: asan

#include <iostream>
#include <string>
#include <vector>

class Log {
 public:
  void write(std::string line) { lines_.push_back(std::move(line)); }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

class Reader {
 public:
  explicit Reader(const Log& log) : log_(log), next_(log.lines().begin()) {}

  std::size_t poll() {
    std::size_t characters = 0;
    while (next_ != log_.lines().end()) {  // expect?: H0301
      characters += next_->size();         // expect?: H0301
      ++next_;
    }
    return characters;
  }

 private:
  const Log& log_;
  std::vector<std::string>::const_iterator next_;
};

int main() {
  Log log;
  log.write("start");
  Reader reader(log);
  std::size_t total = reader.poll();
  for (int i = 0; i < 4; ++i) log.write("line " + std::to_string(i));
  total += reader.poll();
  std::cout << total << '\n';
}
