// The record is deleted before the early return.
// oracle: clean
#include <cstdint>
#include <cstdio>
#include <span>

struct Record {
  std::uint8_t version = 0;
  std::uint16_t length = 0;
};

static Record* read_record(std::span<const std::uint8_t> bytes) {
  auto* record = new Record;
  if (bytes.size() < 4 || bytes[0] != 0x7f) {
    delete record;
    return nullptr;
  }
  record->version = bytes[1];
  record->length = static_cast<std::uint16_t>(bytes[2] << 8 | bytes[3]);
  return record;
}

int main() {
  const std::uint8_t good[] = {0x7f, 1, 0, 9};
  const std::uint8_t bad[] = {0x00, 1, 0, 9};
  Record* first = read_record(good);
  Record* second = read_record(bad);
  std::printf("%d %d\n", first ? first->length : -1, second ? second->length : -1);
  delete first;
  delete second;
  return 0;
}
