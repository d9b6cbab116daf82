// The first label is marked after the list has grown, which has moved it.
// oracle: asan
#include <cassert>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <vector>

class Label {
 public:
  explicit Label(std::string_view text) : end_(room_ + text.size()) {
    assert(text.size() <= sizeof room_);
    std::memcpy(room_, text.data(), text.size());
  }
  Label(const Label& other) : Label(other.text()) {}
  Label& operator=(const Label& other) {
    std::memcpy(room_, other.room_, sizeof room_);
    end_ = room_ + other.text().size();
    return *this;
  }

  std::string_view text() const { return {room_, static_cast<std::size_t>(end_ - room_)}; }
  void mark() {
    if (end_ != room_ + sizeof room_) *end_++ = '*';
  }

 private:
  char room_[12];
  char* end_;
};

class Legend {
 public:
  void add(std::string_view text) { labels_.emplace_back(text); }
  void repeat_first() {
    Label& first = labels_.front();
    labels_.push_back(first);
    first.mark();  // expect: H0302
  }
  void mark_all() {
    for (Label& label : labels_) label.mark();
  }
  std::string_view text(std::size_t i) const { return labels_[i].text(); }
  std::size_t size() const { return labels_.size(); }

 private:
  std::vector<Label> labels_;
};

int main() {
  Legend legend;
  legend.add("north");
  legend.add("south");
  legend.repeat_first();
  legend.mark_all();
  assert(legend.size() == 3 && legend.text(2) == "north*" && legend.text(1) == "south*");
}
