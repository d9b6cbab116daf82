// A kind was added to the enumeration behind the one that the array is sized by.
// oracle: asan
#include <cstdio>
#include <vector>

enum class Kind { kInfo, kWarning, kError, kFatal };
constexpr int kKinds = static_cast<int>(Kind::kError) + 1;

struct Message {
  Kind kind;
  int line;
};

class Statistics {
 public:
  void record(const Message& message) { ++counts_[static_cast<int>(message.kind)]; }  // expect: H0501
  int fatal() const { return total_; }

 private:
  int total_ = 0;
  int counts_[kKinds] = {};
};

int main() {
  auto* statistics = new Statistics;
  std::vector<Message> messages = {{Kind::kInfo, 1}, {Kind::kError, 2}, {Kind::kFatal, 3}};
  for (const Message& message : messages) statistics->record(message);
  std::printf("%d\n", statistics->fatal());
  delete statistics;
  return 0;
}
