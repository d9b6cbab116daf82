// A copy of the range is inserted.
// oracle: clean

#include <cstdio>
#include <vector>

struct Bar {
  int note;
  int length;
};

class Song {
 public:
  void play(int note, int length) { bars_.push_back({note, length}); }

  void repeat(std::size_t from, int times) {
    while (times-- > 0 && from < bars_.size()) {
      const std::vector<Bar> part(bars_.begin() + static_cast<long>(from), bars_.end());
      bars_.insert(bars_.end(), part.begin(), part.end());
      from = bars_.size();
    }
  }

  int length() const {
    int sum = 0;
    for (const Bar& bar : bars_) sum += bar.length;
    return sum;
  }

 private:
  std::vector<Bar> bars_;
};

int main() {
  Song song;
  song.play(60, 4);
  song.play(64, 2);
  song.play(67, 2);
  song.repeat(1, 2);
  std::printf("%d\n", song.length());
}
