// Inserting into the full cache evicts the entry that the caller still holds.
// oracle: asan

#include <cstdio>
#include <deque>
#include <memory>
#include <string>

struct Page {
  int number;
  std::string text;
};

class PageCache {
 public:
  using Ref = const Page*;

  Ref fetch(int number) {
    for (const auto& page : pages_) {
      if (page->number == number) return page.get();
    }
    if (pages_.size() == kCapacity) pages_.pop_front();
    pages_.push_back(std::make_shared<Page>(Page{number, "text of page " + std::to_string(number)}));
    return pages_.back().get();
  }

 private:
  static constexpr std::size_t kCapacity = 2;
  std::deque<std::shared_ptr<const Page>> pages_;
};

std::size_t compare(PageCache& cache, int first, int last) {
  PageCache::Ref reference = cache.fetch(first);
  std::size_t same = 0;
  for (int number = first + 1; number <= last; ++number) {
    PageCache::Ref page = cache.fetch(number);
    same += page->text.size() == reference->text.size();  // expect: H0103
  }
  return same;
}

int main() {
  PageCache cache;
  std::printf("%zu alike\n", compare(cache, 1, 4));
}
