// Both queues share one owner.
// oracle: clean

#include <boost/scoped_ptr.hpp>
#include <boost/shared_ptr.hpp>

#include <iostream>
#include <string>
#include <vector>

struct Task {
  std::string name;
  int cost = 0;
};

class Queue {
 public:
  void add(const boost::shared_ptr<Task>& task) { tasks_.push_back(task); }
  int cost() const {
    int sum = 0;
    for (const boost::shared_ptr<Task>& task : tasks_) sum += task->cost;
    return sum;
  }

 private:
  std::vector<boost::shared_ptr<Task>> tasks_;
};

int main() {
  Queue urgent, all;
  const boost::shared_ptr<Task> task(new Task{"back up", 3});
  urgent.add(task);
  all.add(task);
  std::cout << urgent.cost() + all.cost() << '\n';
}
