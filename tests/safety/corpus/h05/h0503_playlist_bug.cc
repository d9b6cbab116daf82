// The list of songs is never empty until the last one is removed.
// oracle: debug
#include <iostream>
#include <string>
#include <vector>

class Playlist {
 public:
  explicit Playlist(std::string first) { songs_.push_back(std::move(first)); }
  void add(std::string song) { songs_.push_back(std::move(song)); }
  void remove_last() {
    if (songs_.size() > 0) songs_.pop_back();
  }
  const std::string& playing() const {
    return songs_.front();  // expect: H0503
  }

 private:
  std::vector<std::string> songs_;
};

int main() {
  Playlist list("Blue in Green");
  list.add("So What");
  list.remove_last();
  list.remove_last();
  std::cout << list.playing() << '\n';
}
