// The batches are spans over one vector that lives as long as they.
// oracle: clean

#include <iostream>
#include <span>
#include <vector>

using Batch = std::span<const int>;

int weight(Batch batch) {
  int sum = 0;
  for (int item : batch) sum += item;
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
  const std::vector<int> items = range(0, total);
  for (int from = 0; from < total; from += size) {
    const int to = from + size < total ? from + size : total;
    batches.push_back(Batch(items).subspan(from, to - from));
  }

  int heaviest = 0;
  for (Batch batch : batches) {
    const int sum = weight(batch);
    if (sum > heaviest) heaviest = sum;
  }
  std::cout << batches.size() << " batches, heaviest " << heaviest << '\n';
}
