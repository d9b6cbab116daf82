// The member is a view over a vector that was local to the function that set it.
// oracle: asan

#include <iostream>
#include <ranges>
#include <string>
#include <vector>

class Playlist {
 public:
  void add(std::string title, int seconds) { songs_.push_back({std::move(title), seconds}); }

  void shuffle(std::size_t step) {
    std::vector<Song> order;
    for (std::size_t i = 0; i < songs_.size(); ++i) order.push_back(songs_[i * step % songs_.size()]);
    upcoming_ = Upcoming(order.begin(), order.end());  // expect?: H0202
  }

  int next() {
    if (upcoming_.empty()) return 0;
    const Song& song = upcoming_.front();
    const int seconds = song.seconds;  // expect?: H0202
    upcoming_.advance(1);
    return seconds;
  }

 private:
  struct Song {
    std::string title;
    int seconds;
  };
  using Upcoming = std::ranges::subrange<std::vector<Song>::iterator>;

  std::vector<Song> songs_;
  Upcoming upcoming_;
};

int main() {
  Playlist playlist;
  playlist.add("overture", 240);
  playlist.add("aria", 310);
  playlist.add("finale", 180);
  playlist.shuffle(2);
  int total = 0;
  while (const int seconds = playlist.next()) total += seconds;
  std::cout << total << " seconds\n";
}
