// Matrices, images, histograms, windows, polynomials and tables.
#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <ranges>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <valarray>
#include <vector>

class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), data_(rows * columns) {}
  static Matrix identity(std::size_t n) {
    Matrix m(n, n);
    for (std::size_t i = 0; i < n; ++i) m(i, i) = 1;
    return m;
  }
  double& operator()(std::size_t r, std::size_t c) { return data_[r * columns_ + c]; }
  double operator()(std::size_t r, std::size_t c) const { return data_[r * columns_ + c]; }
  std::span<double> row(std::size_t r) { return std::span(data_).subspan(r * columns_, columns_); }
  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  Matrix transposed() const {
    Matrix out(columns_, rows_);
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_; ++c) out(c, r) = (*this)(r, c);
    return out;
  }
  friend Matrix operator*(const Matrix& a, const Matrix& b) {
    if (a.columns_ != b.rows_) throw std::invalid_argument("shapes");
    Matrix out(a.rows_, b.columns_);
    for (std::size_t i = 0; i < a.rows_; ++i)
      for (std::size_t k = 0; k < a.columns_; ++k)
        for (std::size_t j = 0; j < b.columns_; ++j) out(i, j) += a(i, k) * b(k, j);
    return out;
  }

 private:
  std::size_t rows_, columns_;
  std::vector<double> data_;
};

bool solve(Matrix a, std::vector<double>& b) {
  const std::size_t n = a.rows();
  if (a.columns() != n || b.size() != n) return false;
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < n; ++i)
      if (std::abs(a(i, k)) > std::abs(a(pivot, k))) pivot = i;
    if (a(pivot, k) == 0) return false;
    if (pivot != k) {
      std::ranges::swap_ranges(a.row(k), a.row(pivot));
      std::swap(b[k], b[pivot]);
    }
    for (std::size_t i = k + 1; i < n; ++i) {
      const double f = a(i, k) / a(k, k);
      for (std::size_t j = k; j < n; ++j) a(i, j) -= f * a(k, j);
      b[i] -= f * b[k];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = i + 1; j < n; ++j) b[i] -= a(i, j) * b[j];
    b[i] /= a(i, i);
  }
  return true;
}

struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
  Image(int w, int h)
      : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  std::uint8_t& at(int x, int y) {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
  std::uint8_t at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

Image blurred(const Image& image) {
  Image out(image.width, image.height);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      int sum = 0, count = 0;
      for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
          const int px = x + dx, py = y + dy;
          if (px < 0 || py < 0 || px >= image.width || py >= image.height) continue;
          sum += image.at(px, py);
          ++count;
        }
      }
      out.at(x, y) = static_cast<std::uint8_t>(sum / count);
    }
  }
  return out;
}

Image edges(const Image& image) {
  static constexpr int kSobel[3][3] = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
  Image out(image.width, image.height);
  for (int y = 1; y + 1 < image.height; ++y) {
    for (int x = 1; x + 1 < image.width; ++x) {
      int gx = 0, gy = 0;
      for (int j = 0; j < 3; ++j) {
        for (int i = 0; i < 3; ++i) {
          const int pixel = image.at(x + i - 1, y + j - 1);
          gx += kSobel[j][i] * pixel;
          gy += kSobel[i][j] * pixel;
        }
      }
      out.at(x, y) = static_cast<std::uint8_t>(std::min(255, std::abs(gx) + std::abs(gy)));
    }
  }
  return out;
}

std::array<std::size_t, 256> histogram(const Image& image) {
  std::array<std::size_t, 256> counts{};
  for (const std::uint8_t pixel : image.pixels) ++counts[pixel];
  return counts;
}

int threshold(const std::array<std::size_t, 256>& counts) {
  const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  std::size_t below = 0;
  for (int level = 0; level < 256; ++level) {
    below += counts[static_cast<std::size_t>(level)];
    if (2 * below >= total) return level;
  }
  return 255;
}

std::size_t bucket_of(double value, double low, double high, std::size_t buckets) {
  if (value <= low) return 0;
  if (value >= high) return buckets - 1;
  return std::min(buckets - 1,
                  static_cast<std::size_t>((value - low) / (high - low) * static_cast<double>(buckets)));
}

std::vector<int> histogram_of(std::span<const double> values, std::size_t buckets) {
  std::vector<int> counts(buckets);
  if (buckets == 0 || values.empty()) return counts;
  const auto [low, high] = std::ranges::minmax(values);
  for (const double value : values) ++counts[bucket_of(value, low, high, buckets)];
  return counts;
}

std::vector<double> moving_average(std::span<const double> values, std::size_t window) {
  std::vector<double> out;
  if (window == 0 || values.size() < window) return out;
  out.reserve(values.size() - window + 1);
  double sum = std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(window), 0.0);
  out.push_back(sum / static_cast<double>(window));
  for (std::size_t i = window; i < values.size(); ++i) {
    sum += values[i] - values[i - window];
    out.push_back(sum / static_cast<double>(window));
  }
  return out;
}

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  const double upper = *middle;
  return (*std::max_element(values.begin(), middle) + upper) / 2;
}

double percentile(std::vector<double> values, double p) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const double rank = p / 100 * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (rank - static_cast<double>(below)) * (values[above] - values[below]);
}

std::vector<int> primes_below(int n) {
  std::vector<int> primes;
  if (n <= 2) return primes;
  std::vector<bool> composite(static_cast<std::size_t>(n));
  for (int i = 2; i < n; ++i) {
    if (composite[static_cast<std::size_t>(i)]) continue;
    primes.push_back(i);
    for (long long j = static_cast<long long>(i) * i; j < n; j += i)
      composite[static_cast<std::size_t>(j)] = true;
  }
  return primes;
}

std::size_t longest_common(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> previous(b.size() + 1), current(b.size() + 1);
  std::iota(previous.begin(), previous.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    current[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j)
      current[j + 1] = std::min({previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] != b[j])});
    std::swap(previous, current);
  }
  return previous.back();
}

int knapsack(std::span<const int> weights, std::span<const int> values, int capacity) {
  assert(weights.size() == values.size());
  std::vector<int> best(static_cast<std::size_t>(capacity) + 1);
  for (std::size_t i = 0; i < weights.size(); ++i)
    for (int w = capacity; w >= weights[i]; --w)
      best[static_cast<std::size_t>(w)] = std::max(
          best[static_cast<std::size_t>(w)], best[static_cast<std::size_t>(w - weights[i])] + values[i]);
  return best.back();
}

std::ptrdiff_t binary_search_first(std::span<const int> sorted, int wanted) {
  std::size_t low = 0, high = sorted.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (sorted[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < sorted.size() && sorted[low] == wanted ? static_cast<std::ptrdiff_t>(low) : -1;
}

void merge_sort(std::span<int> values, std::span<int> scratch) {
  if (values.size() < 2) return;
  const std::size_t middle = values.size() / 2;
  merge_sort(values.first(middle), scratch.first(middle));
  merge_sort(values.subspan(middle), scratch.subspan(middle));
  std::size_t left = 0, right = middle, out = 0;
  while (left < middle && right < values.size())
    scratch[out++] = values[right] < values[left] ? values[right++] : values[left++];
  while (left < middle) scratch[out++] = values[left++];
  while (right < values.size()) scratch[out++] = values[right++];
  std::copy(scratch.begin(), scratch.begin() + static_cast<std::ptrdiff_t>(out), values.begin());
}

void quick_sort(std::vector<int>& values, std::ptrdiff_t low, std::ptrdiff_t high) {
  while (low < high) {
    const int pivot = values[static_cast<std::size_t>(low + (high - low) / 2)];
    std::ptrdiff_t i = low, j = high;
    while (i <= j) {
      while (values[static_cast<std::size_t>(i)] < pivot) ++i;
      while (pivot < values[static_cast<std::size_t>(j)]) --j;
      if (i <= j) std::swap(values[static_cast<std::size_t>(i++)], values[static_cast<std::size_t>(j--)]);
    }
    if (j - low < high - i) {
      quick_sort(values, low, j);
      low = i;
    } else {
      quick_sort(values, i, high);
      high = j;
    }
  }
}

template <typename T>
class CircularBuffer {
 public:
  explicit CircularBuffer(std::size_t capacity) : items_(capacity) {}
  void push(T item) {
    items_[(begin_ + size_) % items_.size()] = std::move(item);
    if (size_ < items_.size()) {
      ++size_;
    } else {
      begin_ = (begin_ + 1) % items_.size();
    }
  }
  const T& operator[](std::size_t i) const { return items_[(begin_ + i) % items_.size()]; }
  std::size_t size() const { return size_; }

 private:
  std::vector<T> items_;
  std::size_t begin_ = 0, size_ = 0;
};

std::string roman(int n) {
  static constexpr std::pair<int, const char*> kDigits[] = {
      {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
      {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  std::string out;
  for (const auto& [value, digits] : kDigits)
    for (; n >= value; n -= value) out += digits;
  return out;
}

int day_of_year(int year, int month, int day) {
  static constexpr int kBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  if (month < 1 || month > 12) return -1;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kBefore[month - 1] + day + (leap && month > 2 ? 1 : 0);
}

int main() {
  Matrix a(2, 2);
  a(0, 0) = 2;
  a(0, 1) = a(1, 0) = 1;
  a(1, 1) = 3;
  std::vector<double> b{3, 5};
  const bool solved = solve(a * Matrix::identity(2).transposed(), b);
  Image image(4, 3);
  image.at(1, 1) = 200;
  const int level = threshold(histogram(edges(blurred(image))));
  const std::vector<double> samples{1, 2, 3, 4, 5};
  const auto smooth = moving_average(samples, 2);
  std::vector<int> numbers{5, 3, 1, 4, 2}, scratch(numbers.size());
  merge_sort(numbers, scratch);
  quick_sort(scratch, 0, static_cast<std::ptrdiff_t>(scratch.size()) - 1);
  CircularBuffer<int> last(3);
  for (int i = 0; i < 5; ++i) last.push(i);
  const int weights[] = {1, 3, 4}, values[] = {15, 20, 30};
  return solved && level >= 0 && smooth.size() == 4 && median(samples) && percentile(samples, 50) == 3 &&
                 histogram_of(samples, 2).size() == 2 && primes_below(20).size() == 8 &&
                 longest_common("abcde", "ace") == 3 && edit_distance("kitten", "sitting") == 3 &&
                 knapsack(weights, values, 4) == 35 && binary_search_first(numbers, 3) == 2 && last[0] == 2 &&
                 roman(1994) == "MCMXCIV" && day_of_year(2024, 3, 1) == 61 && last.size() == 3
             ? 0
             : 1;
}
