// A header with a bad version returns early and leaks the one that was allocated.
// oracle: lsan

#include <cstdint>
#include <cstdio>
#include <cstring>

struct Header {
  std::uint16_t version;
  std::uint32_t length;
};

struct Archive {
  const Header* header = nullptr;
  int opened = 0;
};

std::uint32_t Load(const unsigned char* bytes, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[i];
  return value;
}

Header* ParseHeader(const unsigned char* bytes, std::size_t size) {
  if (size < 10 || std::memcmp(bytes, "ARCH", 4) != 0) return nullptr;
  auto* header = new Header;  // expect: H0107
  header->version = static_cast<std::uint16_t>(Load(bytes + 4, 2));
  if (header->version > 3) return nullptr;
  header->length = Load(bytes + 6, 4);
  return header;
}

bool Open(Archive& archive, const unsigned char* bytes, std::size_t size) {
  archive.header = ParseHeader(bytes, size);
  if (archive.header == nullptr) return false;
  ++archive.opened;
  return true;
}

int main() {
  const unsigned char newer[] = {'A', 'R', 'C', 'H', 0, 9, 0, 0, 0, 0};
  const unsigned char current[] = {'A', 'R', 'C', 'H', 0, 3, 0, 0, 0, 64};
  Archive archive;
  if (!Open(archive, newer, sizeof newer)) std::puts("cannot open");
  if (Open(archive, current, sizeof current)) std::printf("%u bytes\n", archive.header->length);
  delete archive.header;
}
