// A deleted record is skipped with continue before its buffer is freed.
// oracle: lsan

#include <cstdio>
#include <cstring>

struct Record {
  bool deleted;
  const char* key;
  const char* value;
};

char* Encode(const Record& record, std::size_t* size) {
  *size = std::strlen(record.key) + std::strlen(record.value) + 2;
  char* bytes = new char[*size];  // expect: H0107
  std::snprintf(bytes, *size, "%s=%s", record.key, record.value);
  return bytes;
}

std::size_t Compact(const Record* records, int count) {
  std::size_t written = 0;
  for (int i = 0; i < count; ++i) {
    std::size_t size = 0;
    char* bytes = Encode(records[i], &size);
    if (records[i].deleted) continue;
    std::puts(bytes);
    written += size;
    delete[] bytes;
  }
  return written;
}

int main() {
  const Record records[] = {{false, "a", "1"}, {true, "b", "2"}, {false, "c", "3"}};
  std::printf("%zu\n", Compact(records, 3));
}
