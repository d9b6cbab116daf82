// The iterator is of an element that assign() has replaced.
// oracle: debug

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

  void take_over(Agenda& other) { entries_.assign(other.entries_.begin(), other.entries_.end()); }

  int latest_hour() const {
    if (entries_.empty()) return 0;
    return next_->hour;  // expect: H0301
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
