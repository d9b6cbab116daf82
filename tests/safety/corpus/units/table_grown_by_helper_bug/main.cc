// A reference to a name in the table is kept while another unit's method grows the table.
// oracle: asan
#include <cstdio>

#include "table.h"

static void discounted(Table& table, std::size_t row) {
  const std::string& name = table.name(row);
  table.add("discount", table.price(row) / 10);
  std::printf("%s\n", name.c_str());  // expect: H0302
}

int main() {
  Table table;
  table.add("a rather long name for an article in a table", 120);
  discounted(table, 0);
}
