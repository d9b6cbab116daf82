// The columns that are asked for without a question are those that the header has.
// oracle: clean
#include <array>
#include <cstdio>
#include <cstring>

static const std::array<const char*, 4> kHeader = {"name", "city", "zip", "phone"};

static int column_of(const char* name) {
  for (int i = 0; i < 4; ++i) {
    if (std::strcmp(kHeader[static_cast<unsigned>(i)], name) == 0) return i;
  }
  return -1;
}

struct Row {
  const char* cells[4];
};

static const char* cell(const Row& row, const char* name) {
  const int column = column_of(name);
  if (column < 0) return "";
  return row.cells[column];
}

static const char* address(const Row& row, bool short_form) {
  const int city = column_of("city");
  const int zip = column_of("zip");
  return short_form ? row.cells[zip] : row.cells[city];
}

int main() {
  Row rows[2] = {{{"Ada", "London", "W1", "1"}}, {{"Carl", "Jena", "07743", "2"}}};
  std::printf("%s %s\n", address(rows[0], false), address(rows[1], true));
  const char* fax = cell(rows[0], "fax");
  return fax != nullptr && fax[0] == 0 ? 0 : 1;
}
