// Two owners are made of one pointer: each of them deletes it.
// oracle: asan

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
  Task* task = new Task{"back up", 3};
  urgent.add(boost::shared_ptr<Task>(task));
  all.add(boost::shared_ptr<Task>(task));  // expect: H0106
  std::cout << urgent.cost() + all.cost() << '\n';
}
