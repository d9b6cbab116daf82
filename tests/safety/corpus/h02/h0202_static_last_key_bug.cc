// A static view remembers the by-value parameter of the previous call.
// oracle: asan

#include <iostream>
#include <string>
#include <string_view>

class Deduplicator {
 public:
  explicit Deduplicator(int limit) : limit_(limit) {}

  bool accept(std::string message) {
    static std::string_view last;
    if (message == last) {  // expect?: H0202
      ++repeated_;
      return repeated_ < limit_;
    }
    repeated_ = 0;
    last = message;  // expect?: H0202
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
