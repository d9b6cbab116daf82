// The copy's payload is cloned before it is adopted.
// oracle: clean

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Payload {
  std::string text;
};

// As it comes from the plugin's C interface; who gets it adopts the payload.
struct RawEvent {
  int kind;
  Payload* payload;
};

class Event {
 public:
  explicit Event(const RawEvent& raw) : kind_(raw.kind), payload_(raw.payload) {}
  std::size_t size() const { return payload_->text.size(); }
  int kind() const { return kind_; }

 private:
  int kind_;
  std::unique_ptr<Payload> payload_;
};

std::size_t deliver(const RawEvent& raw, int receivers) {
  std::vector<Event> inbox;
  inbox.emplace_back(raw);
  for (int receiver = 1; receiver < receivers; ++receiver) {
    RawEvent copy = raw;
    copy.payload = new Payload(*raw.payload);
    inbox.emplace_back(copy);
  }
  std::size_t bytes = 0;
  for (const Event& event : inbox) bytes += event.size();
  return bytes;
}

int main() {
  RawEvent single{1, new Payload{"resize"}};
  std::size_t bytes = deliver(single, 1);
  RawEvent broadcast{2, new Payload{"theme changed"}};
  bytes += deliver(broadcast, 3);
  std::printf("%zu\n", bytes);
}
