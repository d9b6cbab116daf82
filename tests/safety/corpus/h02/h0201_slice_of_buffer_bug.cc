// The slice that is returned points into the character buffer of the function.
// oracle: asan

#include <cstddef>
#include <cstdio>
#include <cstring>

struct Slice {
  const char* data = nullptr;
  std::size_t size = 0;

  bool starts_with(const char* prefix) const {
    const std::size_t length = std::strlen(prefix);
    return size >= length && std::memcmp(data, prefix, length) == 0;
  }
};

struct Date {
  int year, month, day;
};

Slice format_date(const Date& date) {
  char buffer[32];
  const int length = std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  if (length < 0) return {};
  Slice text{buffer, static_cast<std::size_t>(length)};
  return text;  // expect: H0201
}

int main() {
  const Date dates[] = {{2023, 12, 31}, {2024, 1, 1}, {2024, 2, 29}};
  int in_2024 = 0;
  for (const Date& date : dates) {
    const Slice text = format_date(date);
    if (text.starts_with("2024")) ++in_2024;
  }
  std::printf("%d\n", in_2024);
}
