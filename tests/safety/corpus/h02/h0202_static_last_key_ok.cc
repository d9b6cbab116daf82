// The static is a string.
// oracle: clean

#include <iostream>
#include <string>
#include <string_view>

class Deduplicator {
 public:
  explicit Deduplicator(int limit) : limit_(limit) {}

  bool accept(std::string message) {
    static std::string last;
    if (message == last) {
      ++repeated_;
      return repeated_ < limit_;
    }
    repeated_ = 0;
    last = message;
    return true;
  }

 private:
  int limit_;
  int repeated_ = 0;
};

std::string disk_message(int disk) {
  return "disk number " + std::to_string(disk) + " is nearly full, please look after it";
}

int main() {
  Deduplicator filter(2);
  int accepted = 0;
  for (int i = 0; i < 6; ++i) accepted += filter.accept(disk_message(i / 3));
  std::cout << accepted << " messages\n";
}
