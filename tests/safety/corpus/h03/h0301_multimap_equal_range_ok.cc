// The loop ends with the erased entry.
// oracle: clean

#include <iostream>
#include <map>
#include <string>

class Subscriptions {
 public:
  void add(const std::string& topic, int client) { clients_.emplace(topic, client); }

  bool remove(const std::string& topic, int client) {
    bool removed = false;
    auto [first, last] = clients_.equal_range(topic);
    for (; first != last && !removed; ++first) {
      if (first->second == client) {
        clients_.erase(first);
        return true;
      }
    }
    return removed;
  }

  std::size_t count(const std::string& topic) const { return clients_.count(topic); }

 private:
  std::multimap<std::string, int> clients_;
};

int main() {
  Subscriptions subscriptions;
  for (int client = 1; client < 4; ++client) subscriptions.add("weather", client);
  subscriptions.add("sports", 2);
  const bool removed = subscriptions.remove("weather", 2);
  std::cout << removed << ' ' << subscriptions.count("weather") << '\n';
}
