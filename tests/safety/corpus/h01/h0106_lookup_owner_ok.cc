// lookup() copies the map's shared_ptr.
// oracle: clean

#include <cstdio>
#include <map>
#include <memory>
#include <string>

struct Topic {
  std::string name;
  int messages = 0;
};

using TopicPtr = std::shared_ptr<Topic>;

class Broker {
 public:
  void declare(const std::string& name) { topics_.emplace(name, std::make_shared<Topic>(Topic{name})); }

  bool publish(const std::string& name) {
    TopicPtr topic = lookup(name);
    if (!topic) return false;
    ++topic->messages;
    return true;
  }

  int messages() const {
    int sum = 0;
    for (const auto& [name, topic] : topics_) sum += topic->messages;
    return sum;
  }

 private:
  TopicPtr lookup(const std::string& name) const {
    if (auto topic = topics_.find(name); topic != topics_.end()) {
      return topic->second;
    }
    return nullptr;
  }

  std::map<std::string, TopicPtr> topics_;
};

int main() {
  Broker broker;
  broker.declare("orders");
  broker.declare("refunds");
  bool missing = broker.publish("returns");
  bool known = broker.publish("orders");
  std::printf("%d %d %d\n", missing, known, broker.messages());
}
