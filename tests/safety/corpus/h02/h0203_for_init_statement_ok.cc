// In the range itself, C++23 keeps the temporary for the whole loop.
// oracle: clean

#include <iostream>
#include <string>
#include <vector>

struct Playlist {
  std::string title;
  std::vector<std::string> tracks;

  const std::vector<std::string>& songs() const { return tracks; }
};

Playlist load_playlist(int mood) {
  Playlist list{"mood " + std::to_string(mood), {}};
  for (int i = 0; i < mood; ++i) list.tracks.push_back("track " + std::to_string(i) + " of a quiet evening");
  return list;
}

std::size_t total_length(int mood) {
  std::size_t length = 0;
  for (const std::string& song : load_playlist(mood).songs()) {
    length += song.size();
  }
  return length;
}

int main() {
  std::size_t total = 0;
  for (int mood = 0; mood < 3; ++mood) total += total_length(mood);
  std::cout << total << '\n';
}
