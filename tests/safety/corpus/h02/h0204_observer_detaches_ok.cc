// An observer that ends takes itself out of whatever it watches.
// oracle: clean
#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

class Subject;

class Observer {
 public:
  virtual ~Observer();
  virtual void changed(int value) = 0;
  std::vector<Subject*> watching;
};

class Subject {
 public:
  void attach(Observer& observer) {
    observers_.push_back(&observer);
    observer.watching.push_back(this);
  }
  void detach(Observer& observer) {
    auto it = std::find(observers_.begin(), observers_.end(), &observer);
    if (it != observers_.end()) observers_.erase(it);
  }
  void set(int value) {
    for (Observer* observer : observers_) observer->changed(value);
  }

 private:
  std::vector<Observer*> observers_;
};

Observer::~Observer() {
  auto subjects = std::move(watching);
  for (Subject* subject : subjects) subject->detach(*this);
}

class Log : public Observer {
 public:
  explicit Log(std::vector<int>& lines) : lines_(lines) {}
  void changed(int value) override { lines_.push_back(value); }

 private:
  std::vector<int>& lines_;
};

int main() {
  std::vector<int> lines;
  Subject temperature;
  {
    Log log(lines);
    temperature.attach(log);
    temperature.set(20);
  }
  temperature.set(21);
  std::printf("%zu\n", lines.size());
  return lines.size() == 1 ? 0 : 1;
}
