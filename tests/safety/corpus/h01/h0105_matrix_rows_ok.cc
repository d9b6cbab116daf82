// The rows are freed with delete[], as the array of rows is.
// oracle: clean

#include <cstdio>

class DistanceTable {
 public:
  explicit DistanceTable(int nodes) : nodes_(nodes), rows_(new int*[nodes]) {
    for (int i = 0; i < nodes; ++i) {
      rows_[i] = new int[nodes];
      for (int j = 0; j < nodes; ++j) rows_[i][j] = i == j ? 0 : kFar;
    }
  }
  DistanceTable(const DistanceTable&) = delete;
  DistanceTable& operator=(const DistanceTable&) = delete;
  ~DistanceTable() {
    for (int i = 0; i < nodes_; ++i) {
      delete[] rows_[i];
    }
    delete[] rows_;
  }

  void road(int a, int b, int length) { rows_[a][b] = rows_[b][a] = length; }

  void relax() {
    for (int k = 0; k < nodes_; ++k) {
      for (int i = 0; i < nodes_; ++i) {
        for (int j = 0; j < nodes_; ++j) {
          int detour = rows_[i][k] + rows_[k][j];
          if (detour < rows_[i][j]) rows_[i][j] = detour;
        }
      }
    }
  }

  int between(int a, int b) const { return rows_[a][b]; }

 private:
  static constexpr int kFar = 1'000'000;
  int nodes_;
  int** rows_;
};

int main() {
  DistanceTable table(3);
  table.road(0, 1, 4);
  table.road(1, 2, 3);
  table.relax();
  std::printf("%d\n", table.between(0, 2));
}
