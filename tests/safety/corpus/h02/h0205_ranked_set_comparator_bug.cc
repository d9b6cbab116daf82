// The set that is returned compares with a closure that refers to a local map.
// oracle: asan

#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

using Order = std::function<bool(const std::string&, const std::string&)>;
using RankedSet = std::set<std::string, Order>;

RankedSet make_ranked_set(const std::vector<std::string>& preference) {
  std::map<std::string, int> rank;
  for (const std::string& name : preference) rank.emplace(name, static_cast<int>(rank.size()));
  const auto rank_of = [](const std::map<std::string, int>& ranks, const std::string& name) {
    const auto found = ranks.find(name);
    return found == ranks.end() ? 1000 : found->second;
  };
  return RankedSet([&rank, rank_of](const std::string& a, const std::string& b) {  // expect?: H0205
    const int left = rank_of(rank, a);
    const int right = rank_of(rank, b);
    return left != right ? left < right : a < b;
  });
}

int main() {
  RankedSet encodings = make_ranked_set({"br", "zstd", "gzip"});
  for (const char* offered : {"gzip", "identity", "zstd"}) encodings.insert(offered);  // expect?: H0205
  std::cout << *encodings.begin() << '\n';
  return *encodings.begin() == "zstd" ? 0 : 1;
}
