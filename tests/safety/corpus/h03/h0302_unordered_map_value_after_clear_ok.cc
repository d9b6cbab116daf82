// Filling the cache only inserts, and references into an unordered_map outlive a rehash.
// oracle: clean

#include <cstdio>
#include <string>
#include <unordered_map>

struct Stats {
  long hits = 0;
  long misses = 0;
};

class QueryCache {
 public:
  explicit QueryCache(std::size_t limit) : limit_(limit) {}

  long lookup(const std::string& table, const std::string& query) {
    Stats& stats = stats_[table];
    if (const auto found = results_.find(query); found != results_.end()) {
      ++stats.hits;
      return found->second;
    }
    const long result = compute(table, query);
    ++stats.misses;
    return result;
  }

 private:
  long compute(const std::string& table, const std::string& query) {
    if (results_.size() >= limit_) results_.clear();
    for (int i = 0; i < 30; ++i) stats_[table + "." + std::to_string(i)].misses += 1;
    return results_[query] = static_cast<long>(query.size());
  }

  void reset() {
    results_.clear();
    stats_.clear();
  }

  std::size_t limit_;
  std::unordered_map<std::string, long> results_;
  std::unordered_map<std::string, Stats> stats_;
};

int main() {
  QueryCache cache(2);
  long total = 0;
  for (const char* query : {"count", "sum", "count", "average"}) total += cache.lookup("orders", query);
  std::printf("%ld\n", total);
}
