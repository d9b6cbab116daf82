// Ways to go over things by number.
#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>
using std::size_t;

int backwards(const std::vector<int>& v) {
  int s = 0;
  for (size_t i = v.size(); i > 0; --i) s += v[i - 1];
  for (size_t i = v.size(); i-- > 0;) s += v[i];
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; --i) s += v[static_cast<size_t>(i)];
  for (auto i = std::ssize(v) - 1; i >= 0; --i) s += v[i];
  return s;
}
int pairs(const std::vector<int>& v) {
  int s = 0;
  for (size_t i = 0; i + 1 < v.size(); ++i) s += v[i] * v[i + 1];
  for (size_t i = 1; i < v.size(); ++i) s += v[i] - v[i - 1];
  for (size_t i = 0; i < v.size(); ++i)
    for (size_t j = i + 1; j < v.size(); ++j) s += v[i] - v[j];
  for (size_t i = 0; i + 2 < v.size(); i += 3) s += v[i] + v[i + 1] + v[i + 2];
  for (size_t i = 0; i < v.size(); i += 2) s += v[i] + (i + 1 < v.size() ? v[i + 1] : 0);
  if (!v.empty())
    for (size_t i = 0; i < v.size() - 1; ++i) s += v[i + 1];
  return s;
}
int triangles(const std::vector<std::vector<int>>& m) {
  int s = 0;
  for (size_t r = 0; r < m.size(); ++r)
    for (size_t c = 0; c < m[r].size(); ++c) s += m[r][c];
  for (size_t r = 1; r < m.size(); ++r)
    for (size_t c = 1; c + 1 < m[r].size(); ++c) s += m[r - 1][c - 1];
  return s;
}
class Grid {
 public:
  Grid(size_t w, size_t h) : w_(w), h_(h), cells_(w * h) {}
  int& at(size_t x, size_t y) { return cells_[y * w_ + x]; }
  int neighbours(size_t x, size_t y) const {
    int n = 0;
    for (int dy = -1; dy <= 1; ++dy)
      for (int dx = -1; dx <= 1; ++dx) {
        if (dx == 0 && dy == 0) continue;
        const int nx = static_cast<int>(x) + dx, ny = static_cast<int>(y) + dy;
        if (nx < 0 || ny < 0 || nx >= static_cast<int>(w_) || ny >= static_cast<int>(h_)) continue;
        n += cells_[static_cast<size_t>(ny) * w_ + static_cast<size_t>(nx)];
      }
    return n;
  }
  void step() {
    std::vector<int> next(cells_.size());
    for (size_t y = 0; y < h_; ++y)
      for (size_t x = 0; x < w_; ++x) next[y * w_ + x] = neighbours(x, y) == 3;
    cells_.swap(next);
  }

 private:
  size_t w_, h_;
  std::vector<int> cells_;
};
size_t lower(const std::vector<int>& v, int x) {
  size_t lo = 0, hi = v.size();
  while (lo < hi) {
    const size_t mid = lo + (hi - lo) / 2;
    if (v[mid] < x)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}
int search(const std::vector<int>& v, int x) {
  int lo = 0, hi = static_cast<int>(v.size()) - 1;
  while (lo <= hi) {
    const int mid = (lo + hi) / 2;
    if (v[mid] == x) return mid;
    if (v[mid] < x)
      lo = mid + 1;
    else
      hi = mid - 1;
  }
  return -1;
}
void insertion_sort(std::vector<int>& v) {
  for (size_t i = 1; i < v.size(); ++i) {
    const int x = v[i];
    size_t j = i;
    while (j > 0 && v[j - 1] > x) {
      v[j] = v[j - 1];
      --j;
    }
    v[j] = x;
  }
}
void bubble(std::vector<int>& v) {
  for (size_t n = v.size(); n > 1; --n)
    for (size_t i = 1; i < n; ++i)
      if (v[i - 1] > v[i]) std::swap(v[i - 1], v[i]);
}
void quick(std::vector<int>& v, int lo, int hi) {
  if (lo >= hi) return;
  int i = lo, j = hi;
  const int pivot = v[(lo + hi) / 2];
  while (i <= j) {
    while (v[i] < pivot) ++i;
    while (v[j] > pivot) --j;
    if (i <= j) std::swap(v[i++], v[j--]);
  }
  quick(v, lo, j);
  quick(v, i, hi);
}
void sift(std::vector<int>& heap, size_t at) {
  while (at > 0) {
    const size_t parent = (at - 1) / 2;
    if (heap[parent] <= heap[at]) break;
    std::swap(heap[parent], heap[at]);
    at = parent;
  }
}
void sink(std::vector<int>& heap, size_t at) {
  for (;;) {
    size_t least = at;
    const size_t left = 2 * at + 1, right = left + 1;
    if (left < heap.size() && heap[left] < heap[least]) least = left;
    if (right < heap.size() && heap[right] < heap[least]) least = right;
    if (least == at) return;
    std::swap(heap[least], heap[at]);
    at = least;
  }
}
int pop(std::vector<int>& heap) {
  const int top = heap.front();
  heap.front() = heap.back();
  heap.pop_back();
  if (!heap.empty()) sink(heap, 0);
  return top;
}
std::vector<int> merge(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<int> out;
  out.reserve(a.size() + b.size());
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) out.push_back(a[i] < b[j] ? a[i++] : b[j++]);
  while (i < a.size()) out.push_back(a[i++]);
  while (j < b.size()) out.push_back(b[j++]);
  return out;
}
int lcs(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> t(a.size() + 1, std::vector<int>(b.size() + 1));
  for (size_t i = 1; i <= a.size(); ++i)
    for (size_t j = 1; j <= b.size(); ++j)
      t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : std::max(t[i - 1][j], t[i][j - 1]);
  return t[a.size()][b.size()];
}
int knapsack(const std::vector<int>& weight, const std::vector<int>& value, int room) {
  std::vector<int> best(room + 1, 0);
  for (size_t i = 0; i < weight.size(); ++i)
    for (int w = room; w >= weight[i]; --w) best[w] = std::max(best[w], best[w - weight[i]] + value[i]);
  return best[room];
}
std::vector<int> sieve(int n) {
  std::vector<bool> composite(n + 1, false);
  std::vector<int> primes;
  for (int i = 2; i <= n; ++i) {
    if (composite[i]) continue;
    primes.push_back(i);
    for (long long j = 1LL * i * i; j <= n; j += i) composite[j] = true;
  }
  return primes;
}
std::array<int, 26> letters(std::string_view s) {
  std::array<int, 26> n{};
  for (const char c : s) {
    if (c >= 'a' && c <= 'z')
      ++n[c - 'a'];
    else if (std::isupper(static_cast<unsigned char>(c)))
      ++n[std::tolower(static_cast<unsigned char>(c)) - 'a'];
  }
  return n;
}
int histogram(const std::vector<unsigned char>& bytes) {
  int n[256] = {};
  for (const unsigned char b : bytes) ++n[b];
  return *std::max_element(n, n + 256);
}
std::string hex(const std::vector<unsigned char>& bytes) {
  static const char kDigits[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '0');
  for (size_t i = 0; i < bytes.size(); ++i) {
    out[2 * i] = kDigits[bytes[i] >> 4];
    out[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return out;
}
bool palindrome(std::string_view s) {
  if (s.empty()) return true;
  for (size_t i = 0, j = s.size() - 1; i < j; ++i, --j)
    if (s[i] != s[j]) return false;
  return true;
}
std::string reversed(const std::string& s) {
  std::string out = s;
  for (size_t i = 0; i < out.size() / 2; ++i) std::swap(out[i], out[out.size() - 1 - i]);
  return out;
}
std::vector<std::string> split(const std::string& s, char by) {
  std::vector<std::string> out;
  size_t from = 0;
  for (size_t at = s.find(by); at != std::string::npos; at = s.find(by, from)) {
    out.push_back(s.substr(from, at - from));
    from = at + 1;
  }
  out.push_back(s.substr(from));
  return out;
}
std::vector<std::string_view> fields(std::string_view s) {
  std::vector<std::string_view> out;
  while (!s.empty()) {
    const auto at = s.find(',');
    out.push_back(s.substr(0, at));
    if (at == std::string_view::npos) break;
    s.remove_prefix(at + 1);
  }
  return out;
}
std::string_view trim(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front()))) s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back()))) s.remove_suffix(1);
  return s;
}
std::string trimmed(const std::string& s) {
  const auto first = s.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  const auto last = s.find_last_not_of(" \t");
  return s.substr(first, last - first + 1);
}
std::string extension(const std::string& path) {
  const auto dot = path.rfind('.');
  const auto slash = path.rfind('/');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) return {};
  return path.substr(dot + 1);
}
int number(std::string_view s) {
  size_t i = 0;
  bool negative = false;
  if (i < s.size() && (s[i] == '-' || s[i] == '+')) negative = s[i++] == '-';
  int n = 0;
  while (i < s.size() && s[i] >= '0' && s[i] <= '9') n = n * 10 + (s[i++] - '0');
  return negative ? -n : n;
}
struct Lexer {
  std::string_view text;
  size_t at = 0;
  char peek(size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  char next() { return at < text.size() ? text[at++] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  std::string_view word() {
    const size_t from = at;
    while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || text[at] == '_')) ++at;
    return text.substr(from, at - from);
  }
  std::string quoted() {
    std::string out;
    if (!take('"')) return out;
    while (at < text.size() && text[at] != '"') {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      out += text[at++];
    }
    if (at < text.size()) ++at;
    return out;
  }
  void skip() {
    for (;;) {
      while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) ++at;
      if (at + 1 < text.size() && text[at] == '/' && text[at + 1] == '/') {
        while (at < text.size() && text[at] != '\n') ++at;
        continue;
      }
      return;
    }
  }
};
template <size_t N>
struct Ring {
  std::array<int, N> data{};
  size_t head = 0, count = 0;
  bool push(int x) {
    if (count == N) return false;
    data[(head + count) % N] = x;
    ++count;
    return true;
  }
  int pop() {
    assert(count > 0);
    const int x = data[head];
    head = (head + 1) % N;
    --count;
    return x;
  }
};
int ring() {
  Ring<4> r;
  for (int i = 0; i < 10; ++i) r.push(i);
  int s = 0;
  while (r.count > 0) s += r.pop();
  return s;
}
std::vector<double> averages(const std::vector<double>& v, size_t window) {
  std::vector<double> out;
  if (window == 0 || v.size() < window) return out;
  double sum = 0;
  for (size_t i = 0; i < window; ++i) sum += v[i];
  out.push_back(sum / window);
  for (size_t i = window; i < v.size(); ++i) {
    sum += v[i] - v[i - window];
    out.push_back(sum / window);
  }
  return out;
}
unsigned crc(std::span<const unsigned char> bytes) {
  static const auto table = [] {
    std::array<unsigned, 256> t{};
    for (unsigned i = 0; i < 256; ++i) {
      unsigned c = i;
      for (int k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
      t[i] = c;
    }
    return t;
  }();
  unsigned c = ~0U;
  for (const unsigned char b : bytes) c = table[(c ^ b) & 0xFF] ^ (c >> 8);
  return ~c;
}
std::string base64(std::span<const unsigned char> in) {
  static constexpr char kTable[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  size_t i = 0;
  for (; i + 2 < in.size(); i += 3) {
    const unsigned n = in[i] << 16 | in[i + 1] << 8 | in[i + 2];
    out += kTable[n >> 18 & 63];
    out += kTable[n >> 12 & 63];
    out += kTable[n >> 6 & 63];
    out += kTable[n & 63];
  }
  if (i < in.size()) {
    unsigned n = in[i] << 16;
    if (i + 1 < in.size()) n |= in[i + 1] << 8;
    out += kTable[n >> 18 & 63];
    out += kTable[n >> 12 & 63];
    out += i + 1 < in.size() ? kTable[n >> 6 & 63] : '=';
    out += '=';
  }
  return out;
}
const char* day(int n) {
  static const char* const kNames[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return kNames[n % 7];
}
enum class Level { Debug, Info, Error };
const char* name(Level level) {
  static constexpr std::array<const char*, 3> kNames = {"debug", "info", "error"};
  return kNames[static_cast<size_t>(level)];
}
size_t unique(std::vector<int>& v) {
  if (v.empty()) return 0;
  size_t kept = 1;
  for (size_t i = 1; i < v.size(); ++i)
    if (v[i] != v[kept - 1]) v[kept++] = v[i];
  v.resize(kept);
  return kept;
}
void rotate(std::vector<int>& v, size_t by) {
  if (v.empty()) return;
  by %= v.size();
  std::vector<int> out(v.size());
  for (size_t i = 0; i < v.size(); ++i) out[(i + by) % v.size()] = v[i];
  v = std::move(out);
}
int parents(std::vector<int>& parent, int x) {
  while (parent[x] != x) x = parent[x] = parent[parent[x]];
  return x;
}
std::vector<int> prefix(const std::vector<int>& v) {
  std::vector<int> sums(v.size() + 1);
  for (size_t i = 0; i < v.size(); ++i) sums[i + 1] = sums[i] + v[i];
  return sums;
}
int between(const std::vector<int>& sums, size_t from, size_t to) { return sums[to] - sums[from]; }
std::vector<int> failure(std::string_view pattern) {
  std::vector<int> f(pattern.size(), 0);
  for (size_t i = 1, k = 0; i < pattern.size(); ++i) {
    while (k > 0 && pattern[i] != pattern[k]) k = f[k - 1];
    if (pattern[i] == pattern[k]) ++k;
    f[i] = static_cast<int>(k);
  }
  return f;
}
void transpose(double (&m)[4][4]) {
  for (int i = 0; i < 4; ++i)
    for (int j = i + 1; j < 4; ++j) std::swap(m[i][j], m[j][i]);
}
std::array<std::array<double, 3>, 3> times(const std::array<std::array<double, 3>, 3>& a,
                                           const std::array<std::array<double, 3>, 3>& b) {
  std::array<std::array<double, 3>, 3> out{};
  for (size_t i = 0; i < 3; ++i)
    for (size_t j = 0; j < 3; ++j)
      for (size_t k = 0; k < 3; ++k) out[i][j] += a[i][k] * b[k][j];
  return out;
}
bool record_at(std::string_view file, size_t offset, char (&out)[64]) {
  if (offset > file.size() || file.size() - offset < sizeof out) return false;
  std::memcpy(out, file.data() + offset, sizeof out);
  return true;
}
int main(int argc, char** argv) {
  int verbose = 0;
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "-v")
      ++verbose;
    else if (arg == "-o" && i + 1 < argc)
      files.emplace_back(argv[++i]);
    else if (arg.starts_with("--") && arg.size() > 2)
      files.emplace_back(arg.substr(2));
    else if (!arg.empty() && arg[0] == '@')
      files.emplace_back(arg.substr(1));
    else
      files.emplace_back(arg);
  }
  return verbose + static_cast<int>(files.size());
}
