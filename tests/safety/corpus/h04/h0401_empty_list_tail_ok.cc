// An empty playlist gets its first track as the head, before any walk.
// oracle: clean

#include <cstdio>
#include <string>
#include <vector>

struct Track {
  std::string title;
  int seconds = 0;
  Track* next = nullptr;
};

class Playlist {
 public:
  void append(Track& track) {
    ++length_;
    if (head_ == nullptr) {
      head_ = &track;
      return;
    }
    Track* tail = head_;
    while (tail->next != nullptr) {
      tail = tail->next;
    }
    tail->next = &track;
  }

  int seconds() const {
    int sum = 0;
    for (const Track* track = head_; track; track = track->next) sum += track->seconds;
    return sum;
  }

  int length() const { return length_; }

 private:
  Track* head_ = nullptr;
  int length_ = 0;
};

int main() {
  std::vector<Track> tracks = {{"So What", 545}, {"Blue in Green", 337}};
  Playlist playlist;
  for (auto& track : tracks) playlist.append(track);
  std::printf("%d tracks, %d s\n", playlist.length(), playlist.seconds());
}
