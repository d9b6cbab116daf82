// Each batch is a span over a vector that lives for one turn of the loop.
// oracle: asan

#include <iostream>
#include <span>
#include <vector>

using Batch = std::span<const int>;

int weight(Batch batch) {
  int sum = 0;
  for (int item : batch) sum += item;  // expect?: H0202
  return sum;
}

std::vector<int> range(int from, int to) {
  std::vector<int> items;
  for (int i = from; i < to; ++i) items.push_back(i);
  return items;
}

int main() {
  constexpr int total = 100;
  constexpr int size = 30;
  std::vector<Batch> batches;
  for (int from = 0; from < total; from += size) {
    const int to = from + size < total ? from + size : total;
    const std::vector<int> items = range(from, to);
    batches.push_back(items);  // expect?: H0202
  }

  int heaviest = 0;
  for (Batch batch : batches) {
    const int sum = weight(batch);
    if (sum > heaviest) heaviest = sum;
  }
  std::cout << batches.size() << " batches, heaviest " << heaviest << '\n';
}
