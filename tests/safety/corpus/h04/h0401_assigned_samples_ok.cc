// Samples are assigned to an array that has none yet: it has as many then.
// oracle: clean
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <initializer_list>

class Samples {
 public:
  Samples() = default;
  explicit Samples(std::size_t size) : data_(size ? new int[size]() : nullptr), size_(size) {}
  Samples(std::initializer_list<int> values) : Samples(values.size()) {
    std::copy(values.begin(), values.end(), data_);
  }
  Samples(const Samples&) = delete;
  Samples& operator=(const Samples& other) {
    if (this != &other) {
      int* fresh = other.size_ ? new int[other.size_] : nullptr;
      std::copy(other.data_, other.data_ + other.size_, fresh);
      delete[] data_;
      data_ = fresh;
      size_ = other.size_;
    }
    return *this;
  }
  ~Samples() { delete[] data_; }
  int& operator[](std::size_t i) { return data_[i]; }
  std::size_t size() const { return size_; }

 private:
  int* data_ = nullptr;
  std::size_t size_ = 0;
};

int main() {
  const Samples first{3, 1, 2};
  Samples kept;
  kept = first;
  kept[0] += 1;
  std::printf("%d of %zu\n", kept[0], kept.size());
  return 0;
}
