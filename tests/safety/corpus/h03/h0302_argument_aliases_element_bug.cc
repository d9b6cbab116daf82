// The name comes in by reference to an element, and is used after that element was erased.
// oracle: asan

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

class Playlist {
 public:
  void add(const std::string& song) { songs_.push_back(song); }

  void remove(const std::string& song) {
    const auto at = std::find(songs_.rbegin(), songs_.rend(), song);
    if (at == songs_.rend()) return;
    songs_.erase(at.base() - 1);
    removed_.push_back(song);  // expect?: H0302
  }

  const std::string& last() const { return songs_.back(); }
  bool empty() const { return songs_.empty(); }
  std::size_t removed() const { return removed_.size(); }

 private:
  std::vector<std::string> songs_;
  std::vector<std::string> removed_;
};

int drop_all(Playlist& playlist) {
  int dropped = 0;
  while (!playlist.empty()) {
    playlist.remove(playlist.last());  // expect?: H0302
    ++dropped;
  }
  return dropped;
}

int main() {
  Playlist playlist;
  playlist.add("an overture that takes its time");
  playlist.add("an aria for two voices and a lute");
  const int dropped = drop_all(playlist);
  std::printf("%d %zu\n", dropped, playlist.removed());
}
