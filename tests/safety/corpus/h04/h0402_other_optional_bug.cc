// The check asks for the lower bound and the value is taken from the upper one.
// oracle: debug

#include <cstdio>
#include <optional>
#include <vector>

struct Range {
  std::optional<int> low;
  std::optional<int> high;

  bool contains(int value) const {
    if (low && value < *low) return false;
    if (low && value > *high) return false;  // expect: H0402
    return true;
  }
};

struct Query {
  Range price;
  Range year;
};

struct Book {
  int price;
  int year;
};

int Count(const std::vector<Book>& books, const Query& query) {
  int count = 0;
  for (const Book& book : books) {
    if (!query.price.contains(book.price)) continue;
    if (!query.year.contains(book.year)) continue;
    ++count;
  }
  return count;
}

int main() {
  std::vector<Book> books = {{12, 1999}, {30, 2015}, {45, 2021}};
  Query cheap{.price = {10, 35}, .year = {}};
  Query recent{.price = {}, .year = {2010, std::nullopt}};
  int found = Count(books, cheap);
  found += Count(books, recent);
  std::printf("%d\n", found);
}
