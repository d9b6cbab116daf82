// The rows of a table, each from malloc, are given back one after the other.
// oracle: clean
#include <cstdio>
#include <cstdlib>

int total(int count) {
  int** rows = new int*[static_cast<std::size_t>(count)];
  int made = 0;
  for (; made < count; ++made) {
    int* row = static_cast<int*>(std::calloc(4, sizeof *row));
    if (!row) break;
    row[0] = made;
    rows[made] = row;
  }
  int sum = 0;
  for (int i = 0; i < made; ++i) sum += rows[i][0];
  while (made > 0) std::free(rows[--made]);
  delete[] rows;
  return sum;
}

int main() {
  std::printf("%d\n", total(3));
  return 0;
}
