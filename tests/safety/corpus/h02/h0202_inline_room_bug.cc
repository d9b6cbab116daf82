// A text in its own room leaves its pointer where the temporary was that it was moved from.
// oracle: asan
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

class Text {
 public:
  Text() : data_(room_) {}
  explicit Text(std::string_view from) : Text() { append(from); }
  Text(Text&& other) noexcept { take(other); }
  Text& operator=(Text&& other) noexcept {
    release();
    take(other);
    return *this;
  }
  ~Text() { release(); }

  void append(std::string_view more) {
    if (size_ + more.size() > capacity_) grow(size_ + more.size());
    std::memcpy(data_ + size_, more.data(), more.size());
    size_ += more.size();
  }
  std::string_view view() const { return {data_, size_}; }

 private:
  void release() {
    if (data_ != room_) allocator_.deallocate(data_, capacity_);
  }
  void take(Text& other) {
    allocator_ = std::move(other.allocator_);
    data_ = std::exchange(other.data_, other.room_);
    capacity_ = std::exchange(other.capacity_, sizeof room_);
    size_ = std::exchange(other.size_, 0);
  }
  void grow(std::size_t wanted) {
    char* fresh = allocator_.allocate(2 * wanted);
    std::memcpy(fresh, data_, size_);
    release();
    data_ = fresh;
    capacity_ = 2 * wanted;
  }

  char room_[16];
  std::allocator<char> allocator_;
  char* data_;
  std::size_t size_ = 0;
  std::size_t capacity_ = sizeof room_;
};

struct Entry {
  Text text;
  int level = 0;
};

class Trail {
 public:
  void enable(std::size_t entries) { entries_ = std::vector<Entry>(entries); }
  void note(std::string_view text, int level) {
    Entry entry{Text(text), level};
    push(std::move(entry));  // expect?: H0202
  }
  Entry& newest() { return entries_[(next_ + entries_.size() - 1) % entries_.size()]; }

 private:
  void push(Entry&& entry) {
    entries_[next_] = std::move(entry);  // expect?: H0202
    next_ = (next_ + 1) % entries_.size();
  }

  std::vector<Entry> entries_;
  std::size_t next_ = 0;
};

int main() {
  Trail trail;
  trail.enable(2);
  trail.note("started", 1);
  trail.note("a text that is too long for the room inside", 2);
  const Entry last = std::move(trail.newest());
  assert(last.text.view().size() == 43);
  trail.note("stopped", 1);
  assert(trail.newest().text.view() == "stopped");  // expect?: H0202
}
