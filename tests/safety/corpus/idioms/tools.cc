// Small tools: files, text tables, arguments, JSON, CSV, diff, date, matrices, statistics.
// oracle: clean
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace {

namespace fs = std::filesystem;

class TempDir {
 public:
  TempDir() {
    std::string name = (fs::temp_directory_path() / "tools-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no directory");
    path_ = name;
  }
  ~TempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct FileCloser {
  void operator()(std::FILE* f) const {
    if (f) std::fclose(f);
  }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

bool write_file(const fs::path& path, std::string_view text) {
  File f(std::fopen(path.c_str(), "wb"));
  if (!f) return false;
  return std::fwrite(text.data(), 1, text.size(), f.get()) == text.size();
}
std::optional<std::string> read_file(const fs::path& path) {
  File f(std::fopen(path.c_str(), "rb"));
  if (!f) return std::nullopt;
  std::string out;
  char buffer[4096];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, f.get())) out.append(buffer, n);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(by, begin);
    out.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) break;
    begin = end + 1;
  }
  return out;
}

std::vector<std::string> parse_csv_line(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted) {
      if (c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back() += '"';
        ++i;
      } else if (c == '"') {
        quoted = false;
      } else {
        cells.back() += c;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

class Table {
 public:
  explicit Table(std::vector<std::string> header) : header_(std::move(header)) {}
  void row(std::vector<std::string> cells) {
    cells.resize(header_.size());
    rows_.push_back(std::move(cells));
  }
  std::string text() const {
    std::vector<std::size_t> widths;
    for (const auto& h : header_) widths.push_back(h.size());
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    std::ostringstream out;
    for (std::size_t i = 0; i < header_.size(); ++i)
      out << std::left << std::setw(static_cast<int>(widths[i])) << header_[i]
          << (i + 1 < header_.size() ? " | " : "\n");
    for (const auto& row : rows_)
      for (std::size_t i = 0; i < row.size(); ++i)
        out << std::setw(static_cast<int>(widths[i])) << row[i] << (i + 1 < row.size() ? " | " : "\n");
    return out.str();
  }

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

struct Value;
using Array = std::vector<Value>;
using Object = std::map<std::string, Value, std::less<>>;
struct Value {
  std::variant<std::nullptr_t, bool, double, std::string, Array, Object> data = nullptr;
  const Value* find(std::string_view key) const {
    const auto* object = std::get_if<Object>(&data);
    if (!object) return nullptr;
    const auto it = object->find(key);
    return it == object->end() ? nullptr : &it->second;
  }
};

class Json {
 public:
  explicit Json(std::string_view text) : text_(text) {}
  Value parse() {
    Value v = value();
    blank();
    if (at_ != text_.size()) fail("trailing text");
    return v;
  }

 private:
  [[noreturn]] void fail(const char* what) const {
    throw std::runtime_error(std::string(what) + " at " + std::to_string(at_));
  }
  void blank() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
  }
  char peek() {
    blank();
    if (at_ >= text_.size()) fail("unexpected end");
    return text_[at_];
  }
  bool eat(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!eat(c)) fail("unexpected character");
  }
  Value value() {
    switch (peek()) {
      case '{': {
        ++at_;
        Object object;
        if (eat('}')) return {std::move(object)};
        do {
          std::string key = string();
          expect(':');
          object.insert_or_assign(std::move(key), value());
        } while (eat(','));
        expect('}');
        return {std::move(object)};
      }
      case '[': {
        ++at_;
        Array array;
        if (eat(']')) return {std::move(array)};
        do array.push_back(value());
        while (eat(','));
        expect(']');
        return {std::move(array)};
      }
      case '"':
        return {string()};
      case 't':
      case 'f': {
        const bool yes = text_[at_] == 't';
        at_ += yes ? 4 : 5;
        return {yes};
      }
      case 'n':
        at_ += 4;
        return {};
      default: {
        double number = 0;
        const char* begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), number);
        if (error != std::errc()) fail("not a number");
        at_ += static_cast<std::size_t>(end - begin);
        return {number};
      }
    }
  }
  std::string string() {
    expect('"');
    std::string out;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      out += text_[at_++];
    }
    if (at_ >= text_.size()) fail("unterminated string");
    ++at_;
    return out;
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<std::vector<int>> longest_common(std::span<const std::string> a, std::span<const std::string> b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      table[i][j] =
          a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
  return table;
}
std::vector<std::string> diff(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto table = longest_common(a, b);
  std::vector<std::string> out;
  std::size_t i = a.size(), j = b.size();
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) {
      out.push_back("  " + a[i - 1]);
      --i;
      --j;
    } else if (j > 0 && (i == 0 || table[i][j - 1] >= table[i - 1][j])) {
      out.push_back("+ " + b[--j]);
    } else {
      out.push_back("- " + a[--i]);
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}
double percentile(std::span<const double> sorted, double p) {
  if (sorted.empty()) return 0;
  const double rank = p * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(rank);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (rank - std::floor(rank));
}

class Arguments {
 public:
  Arguments(int argc, char** argv) : words_(argv + 1, argv + argc) {}
  bool flag(std::string_view name) {
    const auto it = std::find(words_.begin(), words_.end(), name);
    if (it == words_.end()) return false;
    words_.erase(it);
    return true;
  }
  std::optional<std::string> option(std::string_view name) {
    for (auto it = words_.begin(); it != words_.end(); ++it) {
      if (*it == name && std::next(it) != words_.end()) {
        std::string value = *std::next(it);
        words_.erase(it, it + 2);
        return value;
      }
      if (it->size() > name.size() && it->compare(0, name.size(), name) == 0 && (*it)[name.size()] == '=') {
        std::string value = it->substr(name.size() + 1);
        words_.erase(it);
        return value;
      }
    }
    return std::nullopt;
  }
  const std::vector<std::string>& rest() const { return words_; }

 private:
  std::vector<std::string> words_;
};

std::string hex(std::span<const std::uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out[2 * i] = kDigits[bytes[i] >> 4];
    out[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return out;
}
std::string base64(std::string_view in) {
  static const char table[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::size_t i = 0;
  for (; i + 2 < in.size(); i += 3) {
    const unsigned n = static_cast<unsigned char>(in[i]) << 16 | static_cast<unsigned char>(in[i + 1]) << 8 |
                       static_cast<unsigned char>(in[i + 2]);
    out += table[n >> 18];
    out += table[n >> 12 & 63];
    out += table[n >> 6 & 63];
    out += table[n & 63];
  }
  if (i < in.size()) {
    const bool two = i + 1 < in.size();
    const unsigned n =
        static_cast<unsigned char>(in[i]) << 16 | (two ? static_cast<unsigned char>(in[i + 1]) << 8 : 0);
    out += table[n >> 18];
    out += table[n >> 12 & 63];
    out += two ? table[n >> 6 & 63] : '=';
    out += '=';
  }
  return out;
}
std::uint32_t crc32(std::string_view data) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> t{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      std::uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      t[i] = c;
    }
    return t;
  }();
  std::uint32_t crc = ~0u;
  for (const char c : data) crc = table[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ (crc >> 8);
  return ~crc;
}

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) throw std::out_of_range("month");
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

std::map<std::string, int> word_counts(std::istream& in) {
  std::map<std::string, int> counts;
  for (std::string word; in >> word;) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back()))) word.pop_back();
    if (!word.empty()) ++counts[word];
  }
  return counts;
}
std::vector<std::pair<std::string, int>> top(const std::map<std::string, int>& counts, std::size_t n) {
  std::vector<std::pair<std::string, int>> all(counts.begin(), counts.end());
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(n, all.size()));
  std::partial_sort(all.begin(), end, all.end(),
                    [](const auto& a, const auto& b) { return a.second > b.second; });
  all.erase(end, all.end());
  return all;
}

std::vector<int> sieve(int limit) {
  std::vector<bool> composite(static_cast<std::size_t>(limit) + 1);
  std::vector<int> primes;
  for (int i = 2; i <= limit; ++i) {
    if (composite[static_cast<std::size_t>(i)]) continue;
    primes.push_back(i);
    for (int j = i * 2; j <= limit; j += i) composite[static_cast<std::size_t>(j)] = true;
  }
  return primes;
}
template <class T>
std::optional<std::size_t> binary_search(const std::vector<T>& sorted, const T& value) {
  std::size_t low = 0, high = sorted.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (sorted[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < sorted.size() && sorted[low] == value) return low;
  return std::nullopt;
}
template <class It>
void insertion_sort(It begin, It end) {
  for (It i = begin; i != end; ++i)
    for (It j = i; j != begin && *j < *std::prev(j); --j) std::iter_swap(j, std::prev(j));
}
void quick_sort(std::vector<int>& v, int low, int high) {
  if (low >= high) return;
  const int pivot = v[static_cast<std::size_t>(low + (high - low) / 2)];
  int i = low, j = high;
  while (i <= j) {
    while (v[static_cast<std::size_t>(i)] < pivot) ++i;
    while (v[static_cast<std::size_t>(j)] > pivot) --j;
    if (i <= j) std::swap(v[static_cast<std::size_t>(i++)], v[static_cast<std::size_t>(j--)]);
  }
  quick_sort(v, low, j);
  quick_sort(v, i, high);
}
void merge_sort(std::span<int> v, std::span<int> scratch) {
  if (v.size() < 2) return;
  const std::size_t middle = v.size() / 2;
  merge_sort(v.first(middle), scratch.first(middle));
  merge_sort(v.subspan(middle), scratch.subspan(middle));
  std::merge(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(middle),
             v.begin() + static_cast<std::ptrdiff_t>(middle), v.end(), scratch.begin());
  std::copy_n(scratch.begin(), v.size(), v.begin());
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments(argc, argv);
  const bool verbose = arguments.flag("--verbose");
  const std::string name = arguments.option("--name").value_or("x");
  TempDir dir;
  const fs::path file = dir.path() / "a.txt";
  write_file(file, "Hello, hello World.");
  const auto text = read_file(file);
  if (!text) return 1;
  std::istringstream in(*text);
  const auto words = top(word_counts(in), 2);
  Table table({"word", "count"});
  for (const auto& [word, count] : words) table.row({word, std::to_string(count)});
  std::size_t n = table.text().size();
  for (const auto& entry : fs::directory_iterator(dir.path())) n += entry.path().filename().string().size();
  n += parse_csv_line("a,\"b \"\"c\"\"\",d").size() + split("a:b:c", ':').size();
  try {
    const Value v = Json(R"({"a": [1, 2, {"b": "c"}], "d": true})").parse();
    if (const Value* a = v.find("a"))
      if (const auto* array = std::get_if<Array>(&a->data)) n += array->size();
  } catch (const std::runtime_error& e) {
    std::puts(e.what());
  }
  n += diff({"a", "b", "c"}, {"a", "c", "d"}).size();
  const std::vector<double> values{3, 1, 2};
  n += static_cast<std::size_t>(median(values) + percentile(values, 0.9));
  const std::array<std::uint8_t, 3> bytes{1, 2, 255};
  n += hex(bytes).size() + base64("hello").size() + (crc32("abc") & 1) +
       static_cast<std::size_t>(days_in_month(2024, 2));
  std::vector<int> numbers{5, 3, 9, 1};
  quick_sort(numbers, 0, static_cast<int>(numbers.size()) - 1);
  std::vector<int> scratch(numbers.size());
  merge_sort(numbers, scratch);
  insertion_sort(numbers.begin(), numbers.end());
  if (const auto at = binary_search(numbers, 9)) n += *at;
  n += sieve(50).size() + name.size() + verbose + arguments.rest().size();
  std::printf("%zu\n", n);
}
