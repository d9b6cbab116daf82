// The reverse iterator is made anew from what erase returns.
// oracle: clean

#include <cstdio>
#include <iterator>
#include <vector>

struct Layer {
  int opacity;
  bool locked;
};

class Picture {
 public:
  void add(int opacity, bool locked) { layers_.push_back({opacity, locked}); }

  int flatten() {
    int removed = 0;
    for (auto layer = layers_.rbegin(); layer != layers_.rend();) {
      if (layer->opacity > 0 || layer->locked) {
        ++layer;
        continue;
      }
      layer = std::make_reverse_iterator(layers_.erase(std::next(layer).base()));
      ++removed;
    }
    return removed;
  }

 private:
  std::vector<Layer> layers_;
};

int main() {
  Picture picture;
  picture.add(100, false);
  picture.add(0, false);
  picture.add(0, true);
  picture.add(0, false);
  picture.add(70, false);
  std::printf("%d removed\n", picture.flatten());
}
