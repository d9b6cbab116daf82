// The end of an inner list is looked at for a key that operator[] has only just made.
// oracle: debug

#include <iostream>
#include <map>
#include <string>
#include <vector>

class Diary {
 public:
  void note(int day, std::string text) { days_[day].push_back(std::move(text)); }

  std::string last_of(int day) {
    const std::vector<std::string>& notes = days_[day];
    return notes.back();  // expect: H0503
  }

  std::size_t days() const { return days_.size(); }

 private:
  std::map<int, std::vector<std::string>> days_;
};

int main() {
  Diary diary;
  diary.note(1, "rain");
  diary.note(1, "more rain");
  diary.note(3, "sun");
  for (int day = 1; day < 4; ++day) std::cout << diary.last_of(day) << '\n';
  std::cout << diary.days() << '\n';
}
