// The iterator is of an element that merge() has moved to this list, and it goes with it.
// oracle: clean

#include <iostream>
#include <list>
#include <string>

class Agenda {
 public:
  void add(int hour, std::string what) {
    auto at = entries_.begin();
    while (at != entries_.end() && at->hour <= hour) ++at;
    next_ = entries_.insert(at, {hour, std::move(what)});
  }

  void take_over(Agenda& other) {
    entries_.merge(other.entries_, [](const Entry& a, const Entry& b) { return a.hour < b.hour; });
  }

  int latest_hour() const {
    if (entries_.empty()) return 0;
    return next_->hour;
  }

  std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    int hour;
    std::string what;
  };
  std::list<Entry> entries_;
  std::list<Entry>::iterator next_ = entries_.end();
};

int main() {
  Agenda mine;
  mine.add(15, "tea");
  mine.add(9, "walk");
  Agenda yours;
  yours.add(12, "lunch");
  mine.take_over(yours);
  std::cout << mine.latest_hour() << ' ' << mine.size() << '\n';
}
