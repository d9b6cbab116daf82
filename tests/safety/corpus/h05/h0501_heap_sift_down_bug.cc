// The right child may not be there when the left one is.
// oracle: debug
#include <cstdio>
#include <utility>
#include <vector>

class MaxHeap {
 public:
  void push(int value) {
    values_.push_back(value);
    std::size_t at = values_.size() - 1;
    while (at > 0 && values_[(at - 1) / 2] < values_[at]) {
      std::swap(values_[(at - 1) / 2], values_[at]);
      at = (at - 1) / 2;
    }
  }

  int pop() {
    int top = values_.front();
    values_.front() = values_.back();
    values_.pop_back();
    sift_down();
    return top;
  }
  bool empty() const { return values_.empty(); }

 private:
  void sift_down() {
    std::size_t at = 0;
    while (2 * at + 1 < values_.size()) {
      std::size_t child = 2 * at + 1;
      if (values_[child + 1] > values_[child]) ++child;  // expect: H0501
      if (values_[child] <= values_[at]) break;
      std::swap(values_[child], values_[at]);
      at = child;
    }
  }

  std::vector<int> values_;
};

int main() {
  MaxHeap heap;
  for (int value : {4, 9, 2, 7}) heap.push(value);
  while (!heap.empty()) std::printf("%d ", heap.pop());
  return 0;
}
