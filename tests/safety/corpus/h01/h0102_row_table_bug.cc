// The last row of a table is given back by itself, and again with the others.
// oracle: asan
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
  if (made > 0) std::free(rows[made - 1]);
  while (made > 0) std::free(rows[--made]);  // expect: H0102
  delete[] rows;
  return sum;
}

int main() {
  std::printf("%d\n", total(3));
  return 0;
}
