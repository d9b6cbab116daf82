// The player is deleted before its pointer is erased.
// oracle: clean

#include <cstdio>
#include <map>
#include <string>

class Player {
 public:
  explicit Player(std::string name) : name_(std::move(name)) {}
  void score(int points) { points_ += points; }
  int points() const { return points_; }

 private:
  std::string name_;
  int points_ = 0;
};

class Lobby {
 public:
  Lobby() = default;
  Lobby(const Lobby&) = delete;
  Lobby& operator=(const Lobby&) = delete;
  ~Lobby() {
    for (const auto& [id, player] : players_) delete player;
  }

  Player& join(int id, std::string name) {
    auto [entry, fresh] = players_.try_emplace(id, nullptr);
    if (fresh) entry->second = new Player(std::move(name));
    return *entry->second;
  }

  void leave(int id) {
    auto entry = players_.find(id);
    if (entry == players_.end()) return;
    banked_ += entry->second->points();
    delete entry->second;
    players_.erase(entry);
  }

  int banked() const { return banked_; }

 private:
  std::map<int, Player*> players_;
  int banked_ = 0;
};

int main() {
  Lobby lobby;
  lobby.join(1, "ada").score(10);
  lobby.join(2, "bob").score(4);
  lobby.leave(1);
  std::printf("%d\n", lobby.banked());
}
