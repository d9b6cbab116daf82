// The name is copied before the table grows.
// oracle: clean
#include <cstdio>

#include "table.h"

static void discounted(Table& table, std::size_t row) {
  const std::string name = table.name(row);
  table.add("discount", table.price(row) / 10);
  std::printf("%s\n", name.c_str());
}

int main() {
  Table table;
  table.add("a rather long name for an article in a table", 120);
  discounted(table, 0);
}
