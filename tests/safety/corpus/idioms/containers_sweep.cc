// Every common operation of containers, iterators, algorithms and ranges, used as it should be.
#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <numeric>
#include <queue>
#include <ranges>
#include <regex>
#include <set>
#include <span>
#include <stack>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

int vectors() {
  std::vector<int> v{5, 3, 1};
  v.reserve(8);
  int& first = v.front();
  v.push_back(4);
  first = 6;
  auto it = v.insert(v.begin() + 1, 9);
  it = v.insert(it, {7, 8});
  it = v.erase(it);
  it = v.erase(it, it + 1);
  int sum = *it;
  for (auto i = v.begin(); i != v.end();) {
    if (*i % 2 == 0) {
      i = v.erase(i);
    } else {
      ++i;
    }
  }
  for (std::size_t i = 0; i < v.size();) {
    if (v[i] == 1) {
      v[i] = v.back();
      v.pop_back();
    } else {
      ++i;
    }
  }
  v.assign(4, 2);
  v.resize(6);
  v.resize(2);
  sum += v.at(1) + v.back();
  std::vector<int> w = std::move(v);
  v.clear();
  v.push_back(1);
  w.swap(v);
  v.insert(v.end(), w.begin(), w.end());
  v.emplace_back(v.front());
  v.shrink_to_fit();
  v.erase(std::remove(v.begin(), v.end(), 2), v.end());
  std::erase(w, 7);
  const auto copy = v;
  for (const int n : copy) v.push_back(n);
  for (std::size_t i = 0, n = v.size(); i < n; ++i) v.push_back(v[i]);
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
  if (!v.empty()) sum += *v.begin() + *std::prev(v.end()) + *v.rbegin();
  std::vector<bool> bits(10);
  bits[3] = true;
  bits.flip();
  sum += bits[3] ? 1 : 0;
  std::vector<std::vector<int>> grid(3, std::vector<int>(4));
  for (auto& row : grid)
    for (auto& cell : row) cell = ++sum;
  grid.emplace_back(grid.front());
  grid.erase(grid.begin());
  sum += grid.back().at(3);
  std::vector<std::string> words{"b", "a"};
  std::string moved = std::move(words.front());
  words.front() = "c";
  words.push_back(std::move(moved));
  std::ranges::sort(words);
  sum += static_cast<int>(words.front().size());
  while (!words.empty()) {
    const std::string word = std::move(words.back());
    words.pop_back();
    sum += static_cast<int>(word.size());
  }
  return sum;
}

int lists() {
  std::list<int> list{3, 1, 2};
  auto kept = list.begin();
  list.push_front(0);
  list.push_back(9);
  list.sort();
  int sum = *kept;
  std::list<int> other{7, 8};
  const auto seven = other.begin();
  list.splice(list.end(), other, seven);
  sum += *seven;
  list.sort();
  list.merge(other);
  list.remove(9);
  list.remove_if([](int n) { return n == 0; });
  list.reverse();
  list.unique();
  for (auto it = list.begin(); it != list.end();) it = *it % 2 ? list.erase(it) : std::next(it);
  for (auto it = list.begin(); it != list.end();) {
    const auto here = it++;
    if (*here == 2) list.erase(here);
  }
  std::forward_list<int> forward{1, 2, 3};
  auto before = forward.before_begin();
  for (auto it = forward.begin(); it != forward.end();) {
    if (*it == 2) {
      it = forward.erase_after(before);
    } else {
      before = it++;
    }
  }
  forward.push_front(5);
  sum += forward.front();
  std::deque<std::string> deque;
  deque.push_back("a");
  std::string& a = deque.front();
  deque.push_back("b");
  deque.push_front("z");
  a += "!";
  sum += static_cast<int>(a.size() + deque[1].size());
  deque.pop_front();
  sum += static_cast<int>(deque.front().size());
  std::stack<int> stack;
  for (const int n : list) stack.push(n);
  while (!stack.empty()) {
    sum += stack.top();
    stack.pop();
  }
  std::queue<std::pair<int, int>> queue;
  queue.emplace(0, 0);
  while (!queue.empty()) {
    const auto [x, y] = queue.front();
    queue.pop();
    if (x < 2) queue.emplace(x + 1, y + x);
    sum += y;
  }
  std::priority_queue<int, std::vector<int>, std::greater<>> heap;
  for (const int n : {4, 1, 3}) heap.push(n);
  sum += heap.top();
  return sum;
}

int maps() {
  std::map<std::string, int> ages{{"a", 1}, {"b", 2}};
  int& b = ages["b"];
  ages["c"] = 3;
  ages.emplace("d", 4);
  b += 1;
  int sum = b;
  if (const auto [it, fresh] = ages.try_emplace("e", 5); fresh) sum += it->second;
  if (auto it = ages.find("a"); it != ages.end()) ages.erase(it);
  for (auto it = ages.begin(); it != ages.end();) {
    if (it->second > 4) {
      it = ages.erase(it);
    } else {
      ++it;
    }
  }
  std::erase_if(ages, [](const auto& entry) { return entry.second == 4; });
  for (auto& [name, age] : ages) age += static_cast<int>(name.size());
  if (const auto it = ages.lower_bound("b"); it != ages.end()) sum += it->second;
  if (auto node = ages.extract("b")) {
    node.key() = "bb";
    ages.insert(std::move(node));
  }
  std::map<std::string, int> more{{"x", 1}};
  ages.merge(more);
  if (!ages.empty()) sum += ages.begin()->second + ages.rbegin()->second + std::prev(ages.end())->second;
  std::multimap<int, std::string> many{{1, "one"}, {1, "uno"}, {2, "two"}};
  for (auto [it, end] = many.equal_range(1); it != end; ++it) sum += static_cast<int>(it->second.size());
  std::unordered_map<std::string, std::vector<int>> groups;
  for (int i = 0; i < 10; ++i) groups[i % 2 ? "odd" : "even"].push_back(i);
  std::vector<int>& odd = groups["odd"];
  groups.reserve(100);
  groups["third"];
  odd.push_back(11);
  sum += odd.back();
  for (auto it = groups.begin(); it != groups.end();)
    it = it->second.empty() ? groups.erase(it) : std::next(it);
  if (groups.contains("even")) sum += groups.at("even").front();
  std::set<int> seen;
  for (const int n : {3, 1, 3}) {
    if (!seen.insert(n).second) ++sum;
  }
  auto at = seen.begin();
  seen.insert(0);
  sum += *at;
  seen.erase(at++);
  if (at != seen.end()) sum += *at;
  std::unordered_set<std::string_view> views;
  static const std::string kText = "one two";
  views.insert(std::string_view(kText).substr(0, 3));
  sum += static_cast<int>(views.begin()->size());
  std::map<int, std::map<int, int>> nested;
  nested[1][2] = 3;
  auto& inner = nested[1];
  nested[2][1] = 4;
  inner[5] = 6;
  return sum + inner.at(5) + static_cast<int>(std::bitset<8>(5).count());
}

struct Person {
  std::string name;
  int age;
};

int algorithms(std::vector<Person> people) {
  int sum = 0;
  if (const auto oldest = std::ranges::max_element(people, {}, &Person::age); oldest != people.end())
    sum += oldest->age;
  if (const auto it =
          std::find_if(people.begin(), people.end(), [](const Person& p) { return p.name == "b"; });
      it != people.end()) {
    it->age += 1;
    std::rotate(people.begin(), it, people.end());
    sum += people.front().age;
  }
  const auto middle =
      std::stable_partition(people.begin(), people.end(), [](const Person& p) { return p.age > 30; });
  sum += static_cast<int>(std::distance(people.begin(), middle));
  std::vector<std::string> names;
  std::transform(people.begin(), people.end(), std::back_inserter(names),
                 [](const Person& p) { return p.name; });
  std::vector<std::string> old;
  std::copy_if(std::make_move_iterator(names.begin()), std::make_move_iterator(names.end()),
               std::back_inserter(old), [](const std::string& name) { return !name.empty(); });
  sum += static_cast<int>(old.size());
  std::vector<int> a{1, 3, 5}, b{2, 3, 4}, merged;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(merged));
  std::vector<int> both(std::min(a.size(), b.size()));
  both.erase(std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), both.begin()), both.end());
  if (!both.empty()) sum += both[0];
  const auto lower = std::lower_bound(merged.begin(), merged.end(), 3);
  const auto upper = std::upper_bound(lower, merged.end(), 3);
  sum += static_cast<int>(upper - lower);
  if (std::binary_search(merged.begin(), merged.end(), 4)) ++sum;
  std::partial_sort(merged.begin(), merged.begin() + 2, merged.end(), std::greater<>());
  sum += merged[0];
  const auto [low, high] = std::minmax_element(a.begin(), a.end());
  sum += *low + *high;
  std::iota(a.begin(), a.end(), 0);
  std::generate(b.begin(), b.end(), [n = 0]() mutable { return n++; });
  sum += std::inner_product(a.begin(), a.end(), b.begin(), 0);
  std::fill_n(std::back_inserter(a), 3, 7);
  do {
    ++sum;
  } while (std::next_permutation(b.begin(), b.end()));
  std::swap_ranges(a.begin(), a.begin() + 3, b.begin());
  sum += *std::max_element(a.begin(), a.end()) + std::clamp(sum, 0, 10);
  const int least = std::min({3, 1, 2});
  return sum + least;
}

int ranges(const std::vector<int>& numbers) {
  int sum = 0;
  for (const int n : numbers | std::views::filter([](int i) { return i % 2 == 0; }) |
                         std::views::transform([](int i) { return i * i; }))
    sum += n;
  auto evens = numbers | std::views::take(3) | std::views::reverse;
  for (const int n : evens) sum += n;
  for (const int n : std::views::iota(0, 4)) sum += n;
  const std::string line = "a,b,c";
  for (const auto part : line | std::views::split(','))
    sum += static_cast<int>(std::string_view(part.begin(), part.end()).size());
  std::map<std::string, int> map{{"k", 1}};
  for (const auto& key : map | std::views::keys) sum += static_cast<int>(key.size());
  for (int& value : map | std::views::values) value *= 2;
  const auto found = std::ranges::find(numbers, 3);
  if (found != numbers.end()) sum += *found;
  std::vector<std::vector<int>> nested{{1}, {2, 3}};
  for (const int n : nested | std::views::join) sum += n;
  std::vector<int> copy;
  std::ranges::copy(numbers | std::views::drop(1), std::back_inserter(copy));
  std::ranges::sort(copy, std::greater<>());
  const auto [removed, end] = std::ranges::remove(copy, 2);
  copy.erase(removed, end);
  for (std::string word; const char c : std::string_view("ab")) {
    word += c;
    sum += static_cast<int>(word.size());
  }
  const auto squares = [] {
    std::vector<int> out;
    for (int i = 0; i < 3; ++i) out.push_back(i * i);
    return out;
  };
  for (const int n : squares()) sum += n;
  return sum + (copy.empty() ? 0 : copy.front());
}

int streams() {
  namespace fs = std::filesystem;
  const fs::path path = fs::temp_directory_path() / "hull-sweep.txt";
  {
    std::ofstream out(path);
    out << "one 1\ntwo 2\n";
  }
  int sum = 0;
  if (std::ifstream in(path); in) {
    for (std::string line; std::getline(in, line);) sum += static_cast<int>(line.size());
  }
  std::ifstream again(path);
  const std::string all((std::istreambuf_iterator<char>(again)), std::istreambuf_iterator<char>());
  static const std::regex kPair(R"((\w+) (\d+))");
  for (auto it = std::sregex_iterator(all.begin(), all.end(), kPair); it != std::sregex_iterator(); ++it) {
    const std::smatch match = *it;
    sum += static_cast<int>(match[1].str().size());
  }
  std::smatch match;
  if (std::regex_search(all, match, kPair)) sum += std::stoi(match[2]);
  const std::string name = path.filename().string();
  const auto extension = path.extension();
  std::error_code error;
  fs::remove(path, error);
  std::array<std::byte, 256> room;
  std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
  std::pmr::vector<int> numbers(&memory);
  for (int i = 0; i < 20; ++i) numbers.push_back(i);
  return sum + static_cast<int>(name.size() + extension.native().size()) + numbers.back();
}

int main() {
  return vectors() + lists() + maps() + algorithms({{"a", 30}, {"b", 40}}) + ranges({1, 2, 3, 4}) +
                     streams() >
                 0
             ? 0
             : 1;
}
